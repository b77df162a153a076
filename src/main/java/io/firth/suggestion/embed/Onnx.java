package io.firth.suggestion.embed;

import static java.util.Objects.requireNonNull;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.output.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** A local model in memory, about 250 MB of it outside the heap. */
final class Onnx implements Reader {

    /** Together with the one that asks; more would take from those that serve. */
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private final LocalModel model;
    private final OrtSession session;
    private final EmbeddingModel encoder;

    private Onnx(LocalModel model, OrtSession session, OnnxBertBiEncoder encoder) {
        this.model = model;
        this.session = session;
        this.encoder = new AbstractInProcessEmbeddingModel(Runnable::run) {
            @Override
            protected OnnxBertBiEncoder model() {
                return encoder;
            }
        };
    }

    static Onnx load(LocalModel model, Path natives) {
        keepHome(natives);
        var environment = OrtEnvironment.getEnvironment();
        try (var options = options();
                var weights = model.weights();
                var tokenizer = model.tokenizer()) {
            environment.setTelemetry(false);
            var session = environment.createSession(weights.readAllBytes(), options);
            return new Onnx(model, session, new OnnxBertBiEncoder(environment, session, tokenizer, model.pooling()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /**
     * The tokenizer's library unpacks itself into the user's folder, asks the cloud it may run in who it is, tells its maker that it was
     * used, and fetches more where it finds a graphics card, unless it is told otherwise before.
     */
    private static void keepHome(Path natives) {
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("ENGINE_CACHE_DIR", natives.toAbsolutePath().toString());
    }

    private static SessionOptions options() throws OrtException {
        var options = new SessionOptions();
        options.setIntraOpNumThreads(THREADS);
        options.setInterOpNumThreads(1);
        // Else a thread without work looks for some all the time.
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    @Override
    public Embedded read(String text) {
        var read = new ArrayList<io.firth.suggestion.rank.Embedding>();
        var unread = new ArrayDeque<>(Chunks.of(text, model.words()));
        while (!unread.isEmpty()) {
            var chunk = unread.pop();
            var answer = encoder.embed(TextSegment.from(chunk));
            var halves = isCut(answer) ? Chunks.halves(chunk) : List.<String>of();
            if (halves.isEmpty()) {
                read.add(io.firth.suggestion.rank.Embedding.of(answer.content().vector()));
            }
            halves.reversed().forEach(unread::push);
        }
        return new Embedded(read);
    }

    /** Many numbers, long words and other scripts have more tokens than so many words should have. */
    private boolean isCut(Response<Embedding> answer) {
        return requireNonNull(answer.tokenUsage()).inputTokenCount() + 2 >= model.tokens();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
