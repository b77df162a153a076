package io.firth.channel;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A channel with an account, somebody who writes on it, and somebody who sees what we write. */
public interface Stage {

    /**
     * A message that somebody writes. A story is one thread, by one person whom nobody knows yet.
     *
     * @param key by which its channel knows it; the same at every repetition
     * @param by who writes; the thread may be named by it too
     * @param after the key of the message before it in its thread
     */
    record Told(String key, String by, @Nullable String after, String text) {

        static List<String> texts(List<Told> story) {
            return story.stream().map(Told::text).toList();
        }
    }

    UUID account();

    /** Lets it arrive as its provider sends it. Returns when it is stored, and fails where its provider was not told so. */
    void arrives(Told told);

    /** Whether the other side may say what an adapter does not know; nobody else's words come by a protocol that is ours. */
    default boolean maySayAnything() {
        return true;
    }

    /** Lets something arrive that no version of the adapter understands. */
    void arrivesUnknown();

    /** How many messages with these words the other side has. */
    long seenOutside(String text);

    default boolean takesRemovals() {
        return false;
    }

    /** Its author takes it back. */
    default void arrivesRemoval(Told told) {
        throw new UnsupportedOperationException();
    }

    default boolean isSigned() {
        return false;
    }

    /** The same as {@link #arrives} with a signature that is not right; fails where it was taken. */
    default void arrivesForged(Told told) {
        throw new UnsupportedOperationException();
    }
}
