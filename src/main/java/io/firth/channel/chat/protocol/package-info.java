/** What visitors' panels and the server say to each other, and how it is written. */
@NullMarked
package io.firth.channel.chat.protocol;

import org.jspecify.annotations.NullMarked;
