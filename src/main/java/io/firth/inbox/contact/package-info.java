/** Contacts as agents see them: beside their conversations, over all channels and all time. */
@NullMarked
package io.firth.inbox.contact;

import org.jspecify.annotations.NullMarked;
