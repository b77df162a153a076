package io.firth.channel.email.mailbox;

import java.time.Instant;

/**
 * What the server says of a mail before it is fetched.
 *
 * @param size in bytes, as the server counts
 * @param received when it came into the mailbox, by the server's clock
 */
record Listed(long uid, long size, Instant received) {}
