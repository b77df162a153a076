/** Mail goes out by a relay, or is captured where there is none. */
@NullMarked
package io.firth.channel.email.send;

import org.jspecify.annotations.NullMarked;
