/** What visitors write, on its way into the journal: whether it may, by whom it is, where it belongs. */
@NullMarked
package io.firth.channel.chat.message;

import org.jspecify.annotations.NullMarked;
