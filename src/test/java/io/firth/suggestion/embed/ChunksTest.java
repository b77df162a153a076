package io.firth.suggestion.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChunksTest {

    private static final int WORDS = 10;

    @Test
    void aShortTextStaysWhole() {
        assertThat(Chunks.of("  Where is my parcel? It is late. \n", WORDS))
                .containsExactly("Where is my parcel? It is late.");
    }

    @Test
    void aLongOneIsCutWhereASentenceEnds() {
        assertThat(Chunks.of("One two three four five. Six seven eight nine ten eleven twelve.", WORDS))
                .containsExactly("One two three four five.", "Six seven eight nine ten eleven twelve.");
    }

    @Test
    void orWhereALineEnds() {
        assertThat(Chunks.of("one two three four five\nsix seven eight nine ten eleven twelve", WORDS))
                .containsExactly("one two three four five", "six seven eight nine ten eleven twelve");
    }

    @Test
    void withoutSentencesPartsAreAboutEquallyLong() {
        assertThat(Chunks.of(words(WORDS + 1), WORDS))
                .extracting(ChunksTest::count)
                .containsExactly(6, 5);
    }

    @Test
    void whatHasNoSpacesIsCutToo() {
        assertThat(Chunks.of("問".repeat(WORDS * 20), WORDS)).hasSize(3).allSatisfy(chunk -> assertThat(chunk)
                .hasSizeLessThanOrEqualTo(WORDS * 8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t ", "\u00A0\u2003", "\u200B\uFEFF", "\u0301", "\uFFFD \u0000"})
    void whereThereIsNothingToReadThereIsNoPart(String text) {
        assertThat(Chunks.of(text, WORDS)).isEmpty();
    }

    @Property
    void nothingVisibleIsLostAndNoPartIsTooLong(
            @ForAll("texts") String text, @ForAll @IntRange(min = 1, max = 40) int most) {
        // When
        var chunks = Chunks.of(text, most);

        // Then
        assertThat(withoutSpace(String.join("", chunks))).isEqualTo(withoutSpace(text));
        assertThat(chunks).allSatisfy(chunk -> {
            assertThat(count(chunk)).isBetween(1, most);
            assertThat(chunk).hasSizeLessThanOrEqualTo(most * 8).isEqualTo(chunk.strip());
            assertThat(chunk.codePoints()).noneMatch(each -> Character.getType(each) == Character.SURROGATE);
        });
    }

    @Test
    void aCharacterOfTwoPartsStaysWhole() {
        assertThat(Chunks.halves("😀")).isEmpty();
        assertThat(Chunks.halves("😀a")).containsExactly("😀", "a");
    }

    @Property
    void halvesAreShorterAndTheSameTogether(@ForAll("texts") String text) {
        // Given
        var chunk = text.strip();

        // When
        var halves = Chunks.halves(chunk);

        // Then
        assertThat(halves.isEmpty()).isEqualTo(chunk.codePointCount(0, chunk.length()) < 2);
        if (!halves.isEmpty()) {
            assertThat(withoutSpace(String.join("", halves))).isEqualTo(withoutSpace(chunk));
            assertThat(halves).allSatisfy(half -> assertThat(half).hasSizeLessThan(chunk.length()));
        }
    }

    @Provide
    Arbitrary<String> texts() {
        var word = Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars('é', '問', '-')
                .ofMinLength(1)
                .ofMaxLength(30);
        var endless = Arbitraries.strings().withChars('a', '答').ofMinLength(300).ofMaxLength(900);
        var emoji = Arbitraries.of("😀", "👍🏽", "😀".repeat(200));
        var end = Arbitraries.of(" ", " ", " ", ". ", "?\n", "\n\n", "\u00A0", "!) ", "     ");
        return Arbitraries.frequencyOf(Tuple.of(20, word), Tuple.of(1, endless), Tuple.of(1, emoji))
                .flatMap(each -> end.map(each::concat))
                .list()
                .ofMaxSize(120)
                .map(all -> String.join("", all));
    }

    private static String words(int many) {
        return IntStream.range(0, many).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
    }

    private static int count(String text) {
        return List.of(text.split("[\\s\\u00A0]+")).size();
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
