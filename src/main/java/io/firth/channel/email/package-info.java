/** E-mail in by SMTP, threaded by signed ids; out by a relay, or captured where there is none. */
@NullMarked
package io.firth.channel.email;

import org.jspecify.annotations.NullMarked;
