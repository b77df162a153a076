package io.firth.suggestion.embed;

import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * A model whose weights come with the product. English only.
 *
 * <p>{@code words} is how many of a text are read at once: fewer than the model can, because a word is more than one token. {@code tokens}
 * is what it reads in fact; the library cuts what is longer without a word.
 */
public enum LocalModel {

    /** 512 tokens. The better one. */
    BGE_SMALL_EN("bge-small-en-v1.5-q", 350, 512, PoolingMode.CLS, BgeSmallEnV15QuantizedEmbeddingModel.class),

    /** 128 tokens, as its tokenizer says. The quicker one. */
    MINI_LM("all-minilm-l6-v2-q", 100, 128, PoolingMode.MEAN, AllMiniLmL6V2QuantizedEmbeddingModel.class);

    private static final int DIMENSIONS = 384;

    private final Model model;
    private final int words;
    private final int tokens;
    private final PoolingMode pooling;

    /** Only for whose jar it is in: its own loading is not used, because it leaves threads to the machine's number of cores. */
    private final Class<?> beside;

    LocalModel(String id, int words, int tokens, PoolingMode pooling, Class<?> beside) {
        // To be raised when weights, tokenizer, Chunks or Onnx change what a text gets.
        this.model = new Model(id, "1", DIMENSIONS);
        this.words = words;
        this.tokens = tokens;
        this.pooling = pooling;
        this.beside = beside;
    }

    public Model model() {
        return model;
    }

    int words() {
        return words;
    }

    int tokens() {
        return tokens;
    }

    PoolingMode pooling() {
        return pooling;
    }

    InputStream weights() throws IOException {
        return resource("/" + model.id() + ".onnx");
    }

    InputStream tokenizer() throws IOException {
        return resource("/" + model.id() + "-tokenizer.json");
    }

    private InputStream resource(String name) throws IOException {
        var found = beside.getResourceAsStream(name);
        if (found == null) {
            throw new IOException("There is no " + name + " beside " + beside.getName());
        }
        return found;
    }

    /** @throws IllegalArgumentException for one that does not come with the product */
    public static LocalModel of(String id) {
        return Arrays.stream(values())
                .filter(each -> each.model.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no model " + id + ", but there is " + ids().collect(Collectors.joining(" and "))));
    }

    private static Stream<String> ids() {
        return Arrays.stream(values()).map(each -> each.model.id());
    }

    /** As it is written in the configuration. */
    public static final class ById implements Converter<LocalModel> {

        private static final long serialVersionUID = 1;

        @Override
        public LocalModel convert(String id) {
            return of(id.strip());
        }
    }
}
