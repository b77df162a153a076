package io.firth.suggestion.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The real models. */
class LocalModelTest {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Map<LocalModel, LocalEmbedder> LOADED = new EnumMap<>(LocalModel.class);

    private static final String A_LATE_PARCEL = "My parcel has not arrived yet, where is it?";
    private static final String THE_SAME = "When will I get the package that I ordered?";
    private static final String SOMETHING_ELSE = "How do I change my password?";

    /** A change of it is a change of the model's version, too, or what was embedded before is compared with what is embedded now. */
    private static final Map<String, String> WEIGHTS = Map.of(
            "bge-small-en-v1.5-q 1", "6c9c6101a956d62d d241a60d5e8f04cc",
            "all-minilm-l6-v2-q 1", "afdb6f1a0e45b715 da0e79933b9ed517");

    @AfterAll
    static void end() {
        LOADED.values().forEach(LocalEmbedder::close);
    }

    @ParameterizedTest
    @EnumSource
    void whatMeansTheSameLiesTogether(LocalModel model) {
        // When
        var embedded = embed(model, A_LATE_PARCEL, THE_SAME, SOMETHING_ELSE);

        // Then
        assertThat(embedded.getFirst().likeness(embedded.get(1)))
                .isGreaterThan(embedded.getFirst().likeness(embedded.getLast()) + 0.1f);
        assertThat(embedded).allSatisfy(each -> assertThat(each.chunks())
                .singleElement()
                .extracting(chunk -> chunk.dimensions())
                .isEqualTo(model.model().dimensions()));
    }

    @ParameterizedTest
    @EnumSource
    void whatStandsAtTheEndOfALongTextCounts(LocalModel model) {
        // Given
        var story = words(400);

        // When
        var embedded = embed(model, story + A_LATE_PARCEL, story + SOMETHING_ELSE, THE_SAME);

        // Then
        var parcel = embedded.getFirst();
        var password = embedded.get(1);
        assertThat(parcel.chunks()).hasSizeGreaterThan(1).isNotEqualTo(password.chunks());
        assertThat(parcel.chunks().getLast().cosine(password.chunks().getLast()))
                .isLessThan(0.99f);
        assertThat(parcel.likeness(embedded.getLast())).isGreaterThan(password.likeness(embedded.getLast()));
    }

    /** Few words, but more tokens than a model reads. */
    @ParameterizedTest
    @EnumSource
    void neitherDoNumbersNorOtherScriptsHideTheEnd(LocalModel model) {
        // Given
        var codes = IntStream.range(0, 80)
                .mapToObj(i -> "A-" + (i * 7_919_317L) % 99_991_013)
                .collect(Collectors.joining(" "));
        var chinese = "我的包裹在哪里".repeat(100);

        // When
        var embedded = embed(model, codes + " refund", codes + " invoice", chinese + "大", chinese + "中");

        // Then
        for (int i = 0; i < embedded.size(); i += 2) {
            assertThat(embedded.get(i).chunks())
                    .as("pair " + i)
                    .isNotEqualTo(embedded.get(i + 1).chunks());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereThereIsNothingToReadThereIsNothing(LocalModel model) {
        // When
        var embedded = embed(model, "", " \n", "\u200B", "\u0301", "😀", "\u0000 a", "\uD83D b");

        // Then
        assertThat(embedded.subList(0, 4)).allMatch(Embedded::isEmpty);
        assertThat(embedded.subList(4, 7)).noneMatch(Embedded::isEmpty);
    }

    @ParameterizedTest
    @EnumSource
    void theSameTextIsTheSamePoint(LocalModel model) {
        // When
        var embedded = embed(model, A_LATE_PARCEL, A_LATE_PARCEL);

        // Then
        assertThat(embedded.getFirst().likeness(embedded.getLast())).isGreaterThan(0.9999f);
    }

    @ParameterizedTest
    @EnumSource
    void aVersionIsOfTheseWeights(LocalModel model) throws IOException {
        try (var weights = model.weights();
                var tokenizer = model.tokenizer()) {
            assertThat(hash(weights) + " " + hash(tokenizer))
                    .isEqualTo(
                            WEIGHTS.get(model.model().id() + " " + model.model().version()));
        }
    }

    @Test
    void oneThatDoesNotComeWithTheProductIsRefused() {
        assertThat(LocalModel.of("all-minilm-l6-v2-q")).isEqualTo(LocalModel.MINI_LM);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalModel.of("gpt"))
                .withMessageContaining("bge-small-en-v1.5-q and all-minilm-l6-v2-q");
    }

    private static List<Embedded> embed(LocalModel model, String... texts) {
        return LOADED.computeIfAbsent(model, its -> new LocalEmbedder(its, Path.of("target", "natives")))
                .embed(List.of(texts), Lane.INTERACTIVE)
                .await()
                .atMost(LONGEST);
    }

    private static String words(int many) {
        return IntStream.range(0, many / 8)
                        .mapToObj(i -> "This is line " + i + " of a story. ")
                        .collect(Collectors.joining())
                + "And so on. ".repeat(many / 24);
    }

    private static String hash(InputStream stream) throws IOException {
        try (var digest =
                new DigestOutputStream(OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(digest);
            return HexFormat.of().formatHex(digest.getMessageDigest().digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException absent) {
            throw new AssertionError(absent);
        }
    }
}
