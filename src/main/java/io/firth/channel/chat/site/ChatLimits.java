package io.firth.channel.chat.site;

/** How much a chat message carries, either way. */
public final class ChatLimits {

    /** Of the text, in code points. */
    public static final int LONGEST = 10_000;

    public static final int MOST_FILES = 10;

    /** In bytes. */
    public static final long LARGEST_FILE = 10L * 1024 * 1024;

    private ChatLimits() {}
}
