/** Going on by mail with visitors who have left. */
@NullMarked
package io.firth.channel.chat.departed;

import org.jspecify.annotations.NullMarked;
