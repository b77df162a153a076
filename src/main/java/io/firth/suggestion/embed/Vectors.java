package io.firth.suggestion.embed;

import io.firth.suggestion.rank.Embedding;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;

/** Embeddings as the database keeps them: four bytes a number, one vector after the other. */
public final class Vectors {

    private Vectors() {}

    public static Buffer write(Embedded embedded) {
        var bytes = Buffer.buffer();
        embedded.chunks().forEach(chunk -> {
            for (float value : chunk.values()) {
                bytes.appendFloat(value);
            }
        });
        return bytes;
    }

    public static Embedded read(Buffer bytes, int dimensions) {
        var chunks = new ArrayList<Embedding>();
        for (int at = 0; at < bytes.length(); at += dimensions * Float.BYTES) {
            var values = new float[dimensions];
            for (int i = 0; i < dimensions; i++) {
                values[i] = bytes.getFloat(at + i * Float.BYTES);
            }
            chunks.add(Embedding.of(values));
        }
        return new Embedded(chunks);
    }
}
