package io.firth.channel;

/** The kinds of channel. The name in lower case is the word in JSON, SQL and the UI. */
public enum ChannelType {
    EMAIL
}
