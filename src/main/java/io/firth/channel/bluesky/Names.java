package io.firth.channel.bluesky;

/** By which names the journal finds a post again. */
final class Names {

    private static final String VERSION = "#";

    private Names() {}

    /** One version of a post: its content never changes. */
    static String version(String uri, String cid) {
        return uri + VERSION + cid;
    }

    /**
     * What one person writes in one thread. Somebody who joins a thread begins a conversation of its own; by this name it is
     * found again wherever in the thread the next words stand.
     */
    static String part(String root, String did) {
        return "thread " + root + " " + did;
    }

    static boolean isVersion(String name) {
        return name.contains(VERSION);
    }

    static String uri(String version) {
        return version.substring(0, version.indexOf(VERSION));
    }

    static String cid(String version) {
        return version.substring(version.indexOf(VERSION) + 1);
    }
}
