package io.firth.inbox.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class SnippetTest {

    @Test
    void marksWordsThatBeginSo() {
        assertThat(snippet("refund", "Please refund my REFUNDED order"))
                .isEqualTo("Please <mark>refund</mark> my <mark>REFUNDED</mark> order");
    }

    @Test
    void marksWhatIsMeantWhateverItsAccents() {
        assertThat(snippet("jose", "Hola José")).isEqualTo("Hola <mark>José</mark>");
    }

    @Test
    void aPhraseMarksWholeWordsOnly() {
        assertThat(snippet("\"my order\"", "my orders")).isEqualTo("<mark>my</mark> orders");
    }

    @Test
    void theTextIsNeverHtml() {
        assertThat(snippet("script", "<script>alert(\"x\")</script> & more"))
                .isEqualTo("&lt;<mark>script</mark>&gt;alert(&quot;x&quot;)&lt;/<mark>script</mark>&gt; &amp; more");
    }

    @Test
    void showsThePlaceInALongText() {
        assertThat(snippet("needle", "hay ".repeat(500) + "the needle " + "hay ".repeat(500)))
                .startsWith("…hay")
                .contains("the <mark>needle</mark> hay")
                .endsWith("…")
                .hasSizeLessThan(300);
    }

    @Test
    void withoutAPlaceItIsTheBeginning() {
        assertThat(snippet("subject", "Hello there")).isEqualTo("Hello there");
        assertThat(snippet("subject", "")).isEmpty();
    }

    @RepeatedTest(200)
    void anyTextHasASnippet(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var body = AskedTest.anything(random).repeat(1 + random.nextInt(20));

        var html = snippet(AskedTest.anything(random), body);

        assertThat(html.replace("<mark>", "").replace("</mark>", "")).doesNotContain("<", ">");
    }

    private static String snippet(String asked, String body) {
        return Snippet.of(Asked.of(asked)).from(body);
    }
}
