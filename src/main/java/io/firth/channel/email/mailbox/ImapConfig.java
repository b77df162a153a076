package io.firth.channel.email.mailbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mailboxes are followed; the mailboxes themselves are accounts. */
@ConfigMapping(prefix = "firth.imap")
interface ImapConfig {

    /** The largest mail it takes in. Of a larger one the header fields are set aside, and the mail stays where it is. */
    @WithDefault("35M")
    MemorySize maxSize();

    /** How often it looks by itself. IDLE begins anew as often: some servers forget it after ten minutes. */
    @WithDefault("1M")
    Duration poll();

    /** How long to wait for its connection. */
    @WithDefault("20S")
    Duration connect();

    /** How long to wait for each of the server's answers. */
    @WithDefault("30S")
    Duration answer();

    /** How long a mail may wait to be written before the connection begins anew. */
    @WithDefault("60S")
    Duration patience();

    /** The longest pause between two tries to connect. */
    @WithDefault("5M")
    Duration longestPause();
}
