package io.firth.journal;

import java.util.List;

/**
 * What a reaction that works in batches is given: some interactions at once, in order, never none. The channel asks for it by
 * {@code mp.messaging.incoming.<channel>.chunks=true}.
 */
public record Chunk(List<Recorded> recorded) {

    public Chunk {
        recorded = List.copyOf(recorded);
    }
}
