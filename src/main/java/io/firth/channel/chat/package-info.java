/** Web chat: the visitors' own socket, and what is said on it. */
@NullMarked
package io.firth.channel.chat;

import org.jspecify.annotations.NullMarked;
