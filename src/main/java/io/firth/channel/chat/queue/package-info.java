/** How long visitors wait: who is before them, and how fast an account answers. */
@NullMarked
package io.firth.channel.chat.queue;

import org.jspecify.annotations.NullMarked;
