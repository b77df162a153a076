package io.firth.suggestion.embed;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A model in this process: loaded for the first text, used by at most two threads at once. */
public final class LocalEmbedder implements Embedder, AutoCloseable {

    private final Model model;
    private final Supplier<Reader> loading;
    private final Lanes lanes = new Lanes();
    private @Nullable Reader reader;

    /** @param natives a folder for what the tokenizer unpacks */
    public LocalEmbedder(LocalModel model, Path natives) {
        this(model.model(), () -> Onnx.load(model, natives));
    }

    LocalEmbedder(Model model, Supplier<Reader> loading) {
        this.model = model;
        this.loading = loading;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public Uni<List<Embedded>> embed(List<String> texts, Lane lane) {
        var all = List.copyOf(texts);
        return all.isEmpty()
                ? Uni.createFrom().item(List.of())
                : Uni.createFrom().deferred(() -> waiting(all, lane).emitOn(here()));
    }

    private Uni<List<Embedded>> waiting(List<String> texts, Lane lane) {
        return Uni.createFrom().emitter(emitter -> begin(texts, lane, emitter));
    }

    private void begin(List<String> texts, Lane lane, UniEmitter<? super List<Embedded>> emitter) {
        lanes.add(lane, new Batch(texts, this::read, emitter).pieces());
    }

    /** Where the subscriber is, so that what comes next may use what belongs to its context. */
    private static Executor here() {
        var context = Vertx.currentContext();
        return context == null ? Runnable::run : step -> context.runOnContext(ignored -> step.run());
    }

    private Embedded read(String text) {
        return reader().read(text);
    }

    private synchronized Reader reader() {
        if (reader == null) {
            reader = loading.get();
        }
        return reader;
    }

    /** Whoever waits fails; what is being read is read to its end, at most ten seconds. */
    @Override
    public void close() {
        lanes.close();
        closeReader();
    }

    private synchronized void closeReader() {
        if (reader != null) {
            reader.close();
        }
    }
}
