package io.firth.http;

import java.util.OptionalLong;

/** A CDI bean of a room that takes longer bodies than others do. */
public interface LargeBody {

    /**
     * The longest body that is taken there, in bytes; empty where nothing is special.
     *
     * @param path normalized
     */
    OptionalLong limit(String path);
}
