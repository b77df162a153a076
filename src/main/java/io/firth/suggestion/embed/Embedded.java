package io.firth.suggestion.embed;

import io.firth.suggestion.rank.Embedding;
import java.util.List;

/**
 * What a text means. A short one is one point; a long one, of which every part may mean something else, is one for each part, because
 * their middle would mean none of it.
 *
 * <p>Long texts are compared by their most alike parts. Whoever keeps them keeps all parts; whoever ranks answers ranks them for each
 * part and goes by the best.
 *
 * @param chunks in the order of the text; none where there is nothing to read in it
 */
public record Embedded(List<Embedding> chunks) {

    public Embedded {
        chunks = List.copyOf(chunks);
    }

    /** Whether the text says anything. */
    public boolean isEmpty() {
        return chunks.isEmpty();
    }

    /** The cosine of the parts that are most alike; −1 where one of them says nothing. */
    public float likeness(Embedded other) {
        float most = -1;
        for (var own : chunks) {
            for (var its : other.chunks) {
                most = Math.max(most, own.cosine(its));
            }
        }
        return most;
    }
}
