/** Whether a mail's sender is who it says: what our own mail server found out, and nobody else's word. */
@NullMarked
package io.firth.channel.email.trust;

import org.jspecify.annotations.NullMarked;
