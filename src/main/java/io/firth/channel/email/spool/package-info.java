/** Where mails wait while they come in: small ones in memory, large ones on the disk. */
@NullMarked
package io.firth.channel.email.spool;

import org.jspecify.annotations.NullMarked;
