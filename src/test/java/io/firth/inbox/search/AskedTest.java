package io.firth.inbox.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Category;
import io.firth.inbox.search.Wish.Text;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTest {

    private static final List<String> PIECES = List.of(
            "from:",
            "tag:",
            "inbox:",
            "before:",
            "after:",
            "has:file",
            "is:",
            "is:open",
            "assignee:",
            "me",
            "\"",
            "“",
            "#",
            "1043",
            " ",
            "  ",
            "\t",
            "\0",
            "é",
            "é",
            "東京",
            "👍",
            "\ud800",
            "'",
            ":*",
            "&",
            "|",
            "!",
            "<->",
            "(",
            ")",
            "\\",
            "%",
            "_",
            "2026-02-30",
            "9999-12-31",
            "0000",
            "refund",
            "ada@customer.example",
            "-",
            ";--",
            "\u202e",
            "ŉ",
            "½");

    @Test
    void wordsMayBeginAndPhrasesAreWhole() {
        assertThat(Asked.of("Refund \"where is\"").wishes())
                .containsExactly(
                        new Text(List.of("refund"), "refund", false),
                        new Text(List.of("where", "is"), "where is", true));
    }

    @Test
    void caseAccentsAndPunctuationDoNotMatter() {
        assertThat(Asked.of("JOSÉ Straße ada@Customer.example").wishes())
                .containsExactly(
                        new Text(List.of("jose"), "jose", false),
                        new Text(List.of("strasse"), "strasse", false),
                        new Text(List.of("ada", "customer", "example"), "ada@customer.example", false));
    }

    @Test
    void writingWithoutSpacesIsReadByItsCharacters() {
        assertThat(Asked.of("東京タワー").wishes().getFirst())
                .isInstanceOfSatisfying(
                        Text.class, text -> assertThat(text.words()).startsWith("東", "京", "タ"));
    }

    @Test
    void operatorsTakeAValueOrAPhrase() {
        assertThat(Asked.of("from:ada tag:\"very important\" inbox:Support is:OPEN has:file assignee:me")
                        .wishes())
                .containsExactly(
                        new Wish.From("ada"),
                        new Wish.Tagged("very important"),
                        new Wish.Inbox("Support"),
                        new Wish.Is(Category.OPEN),
                        new Wish.WithFile(),
                        new Wish.Assignee("me"));
    }

    @Test
    void daysMonthsAndYearsBegin() {
        assertThat(Asked.of("after:2026 before:2026-03 before:2026-03-04").wishes())
                .containsExactly(
                        new Wish.After(LocalDate.of(2026, 1, 1)),
                        new Wish.Before(LocalDate.of(2026, 3, 1)),
                        new Wish.Before(LocalDate.of(2026, 3, 4)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"before:soon", "before:2026-02-30", "is:lost", "has:fun", "https://shop.example/x", "re:"})
    void whatIsNoOperatorIsWords(String text) {
        assertThat(Asked.of(text).wishes()).hasSize(1).allMatch(Text.class::isInstance);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#1043", "1043", " #1043 ", "1043 is:open"})
    void aNumberAloneIsAConversations(String text) {
        assertThat(Asked.of(text).number()).hasValue(1043L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1043 refund", "10-43", "99999999999999999999", "is:open"})
    void aNumberAmongWordsIsAWord(String text) {
        assertThat(Asked.of(text).number()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\"\"", "\"", "!!!", "---", "from:\"\""})
    void nothingIsNothing(String text) {
        assertThat(Asked.of(text).wishes()).allMatch(wish -> wish instanceof Text);
        assertThat(Asked.of(text).all(Text.class))
                .allMatch(text1 -> !text1.words().isEmpty());
    }

    @RepeatedTest(500)
    void anyTextIsASearch(RepetitionInfo repetition) {
        // Given
        var random = new Random(repetition.getCurrentRepetition());

        // When
        var asked = Asked.of(anything(random));

        // Then: what reaches the database is made of letters and digits only
        assertThat(asked.wishes()).hasSizeLessThanOrEqualTo(20);
        assertThat(asked.all(Text.class)).allSatisfy(text -> assertThat(text.words())
                .isNotEmpty()
                .allMatch(word -> !word.isEmpty() && word.codePoints().allMatch(Words::isPartOfWord)));
    }

    static String anything(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(30); i >= 0; i--) {
            if (random.nextInt(4) > 0) {
                text.append(PIECES.get(random.nextInt(PIECES.size())));
            } else {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            }
        }
        return text.toString();
    }
}
