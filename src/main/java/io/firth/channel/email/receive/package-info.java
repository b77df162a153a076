/** Mail comes in by SMTP, and is answered for only when it is stored. */
@NullMarked
package io.firth.channel.email.receive;

import org.jspecify.annotations.NullMarked;
