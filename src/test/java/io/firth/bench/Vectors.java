package io.firth.bench;

import io.firth.suggestion.embed.Embedder;
import io.firth.suggestion.embed.Lane;
import io.firth.suggestion.rank.Embedding;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Embeddings of many texts, kept in a file of their model so that a second run need not wait for them. */
final class Vectors {

    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int AT_ONCE = 500;

    private final Embedder embedder;
    private final Path file;
    private final Map<String, Embedding> known = new HashMap<>();

    Vectors(Embedder embedder, Path folder) {
        this.embedder = embedder;
        this.file =
                folder.resolve(embedder.model().id() + "-" + embedder.model().version() + ".bin");
        read();
    }

    /** Embeds those of which nothing is known yet; texts that are long enough for several chunks do not occur. */
    void learn(List<Intents.Line> lines, Results results) {
        var texts = new LinkedHashSet<String>();
        lines.stream()
                .map(Intents.Line::text)
                .filter(text -> !known.containsKey(hash(text)))
                .forEach(texts::add);
        var missing = List.copyOf(texts);
        for (int from = 0; from < missing.size(); from += AT_ONCE) {
            results.say("  embedding " + from + " of " + missing.size());
            keep(missing.subList(from, Math.min(from + AT_ONCE, missing.size())));
        }
    }

    Embedding of(String text) {
        var found = known.get(hash(text));
        if (found == null) {
            throw new IllegalArgumentException("Not learned: " + text);
        }
        return found;
    }

    private void keep(List<String> texts) {
        var embedded = embedder.embed(texts, Lane.INTERACTIVE).await().atMost(LONGEST);
        try (var out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (int i = 0; i < texts.size(); i++) {
                var hash = hash(texts.get(i));
                var embedding = embedded.get(i).chunks().getFirst();
                known.put(hash, embedding);
                out.writeUTF(hash);
                for (float value : embedding.values()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void read() {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                return;
            }
            try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
                while (in.available() > 0) {
                    var hash = in.readUTF();
                    var values = new float[embedder.model().dimensions()];
                    for (int d = 0; d < values.length; d++) {
                        values[d] = in.readFloat();
                    }
                    known.put(hash, Embedding.of(values));
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
