package io.firth.channel.email.server;

/** How a line to a mail server is kept from being read. The name in lower case is the word in settings. */
public enum Security {
    /** From its first byte on (RFC 8314). */
    TLS,
    /** After the greeting; a server that does not offer it is not spoken to. */
    STARTTLS,
    /** After the greeting where the server offers it; only for relays that no password is sent to. */
    OPPORTUNISTIC,
    /** Not at all, password included: only where somebody said so in this word. */
    NONE
}
