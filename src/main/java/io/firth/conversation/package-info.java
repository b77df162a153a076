/** What a conversation is and what may happen to it: plain Java, no framework. */
@NullMarked
package io.firth.conversation;

import org.jspecify.annotations.NullMarked;
