package io.firth.http;

/**
 * A CDI bean of a room that pages of other sites may ask. No cookie counts there; the room itself checks which sites those are.
 */
public interface ForOtherSites {

    /** @param path normalized */
    boolean includes(String path);
}
