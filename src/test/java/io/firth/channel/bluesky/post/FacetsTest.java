package io.firth.channel.bluesky.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.bluesky.xrpc.Facet;
import io.firth.channel.bluesky.xrpc.Facet.Feature;
import io.firth.channel.bluesky.xrpc.Facet.Slice;
import io.firth.http.foreign.Clean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;

class FacetsTest {

    private static final String LONG = "https://example.com/orders/1234567890/where-is-it?lang=en";

    @Test
    void linksAndMentionsAreMarkedByBytesOfUtf8() {
        // Given
        var text = "Grüße 👋🏽 @bob.test, siehe https://example.com/a?b=ä). Mail: x@y.test";

        // When
        var facets = Facets.of(text, FacetsTest::known);

        // Then
        assertThat(facets)
                .extracting(facet -> marked(text, facet))
                .containsExactly("@bob.test", "https://example.com/a?b=ä");
        assertThat(facets.getFirst().features()).containsExactly(Feature.mention("did:plc:bob"));
        assertThat(facets.getLast().features()).containsExactly(Feature.link("https://example.com/a?b=ä"));
    }

    @Test
    void aHandleThatNobodyHasStaysText() {
        assertThat(Facets.of("Ask @nobody.test or @bob.test", FacetsTest::known))
                .extracting(facet -> facet.features().getFirst().did())
                .containsExactly("did:plc:bob");
    }

    @Test
    void aMentionWithinALinkIsPartOfTheLink() {
        assertThat(Facets.of("https://bsky.app/profile/@bob.test", FacetsTest::known))
                .hasSize(1)
                .allSatisfy(
                        facet -> assertThat(facet.features().getFirst().uri()).isNotNull());
    }

    @Test
    void bracketsOfTheAddressStayAndThoseOfTheSentenceGo() {
        assertThat(Facets.of("(see https://example.org/a_(b))", FacetsTest::known))
                .extracting(facet -> facet.features().getFirst().uri())
                .containsExactly("https://example.org/a_(b)");
    }

    @Property(tries = 300)
    void whateverStandsAroundALinkItIsFoundAgain(
            @ForAll @StringLength(max = 60) String before, @ForAll @StringLength(max = 60) String after) {
        // Given
        var text = whole(before) + " https://example.com/x " + whole(after);

        // When
        var facets = Facets.of(text, handle -> Optional.empty());

        // Then
        assertThat(facets).anySatisfy(facet -> assertThat(marked(text, facet)).isEqualTo("https://example.com/x"));
        assertThat(facets).allSatisfy(facet -> assertThat(marked(text, facet))
                .isEqualTo(facet.features().getFirst().uri()));
    }

    @Property(tries = 300)
    void whatAnAgentWritesReadsTheSameWhenItComesBack(@ForAll @StringLength(max = 80) String around) {
        // Given
        var text = whole(around).replaceAll("\\p{Cntrl}|\\uFEFF", "") + " " + LONG + " @bob.test";

        // When
        var back = RichText.of(text, Facets.of(text, FacetsTest::known));

        // Then
        assertThat(back.text()).isEqualTo(text);
    }

    @Property(tries = 300)
    void noFacetOfAnybodyBreaksAText(
            @ForAll @StringLength(max = 40) String text,
            @ForAll @UniqueElements List<@IntRange(min = -3, max = 200) Integer> bounds) {
        // Given
        var facets = bounds.stream()
                .map(bound ->
                        new Facet(new Slice(bound, bound + 5), List.of(Feature.link("https://a.example/" + bound))))
                .toList();

        // When
        var whole = whole(text).replace("\r", "");
        var read = RichText.of(whole, facets);

        // Then: without the addresses that it tells, it is the text
        assertThat(read.text().replaceAll(" <https://a\\.example/-?\\d+>", "")).isEqualTo(Clean.text(whole));
    }

    @Test
    void aShortenedLinkIsRestored() {
        // Given
        var text = "Wo ist 📦? example.com/orders/12345...";
        var facet = new Facet(slice(text, "example.com/orders/12345..."), List.of(Feature.link(LONG)));

        // When
        var read = RichText.of(text, List.of(facet));

        // Then
        assertThat(read.text()).isEqualTo("Wo ist 📦? " + LONG);
        assertThat(read.html()).contains("href=\"" + LONG + "\"").startsWith("<p>Wo ist ");
    }

    @Test
    void wordsThatLeadElsewhereTellWhere() {
        // Given
        var text = "paypal.com";

        // When
        var read = RichText.of(
                text, List.of(new Facet(slice(text, text), List.of(Feature.link("https://evil.example/")))));

        // Then
        assertThat(read.text()).isEqualTo("paypal.com <https://evil.example/>");
        assertThat(read.html()).contains("&lt;https://evil.example/&gt;");
    }

    @Test
    void hostileFacetsArePassedOver() {
        // Given
        var text = "ä<b>x</b>\nend";
        var facets = Arrays.asList(
                null,
                new Facet(null, null),
                new Facet(new Slice(1, 3), List.of(Feature.link("https://cuts.example/"))),
                new Facet(new Slice(-1, 3), List.of(Feature.link("https://before.example/"))),
                new Facet(new Slice(0, Integer.MAX_VALUE), List.of(Feature.link("https://behind.example/"))),
                new Facet(new Slice(0, 2), List.of(Feature.link("javascript:alert(1)"))),
                new Facet(new Slice(2, 5), List.of(Feature.link("https://fine.example/"))),
                new Facet(new Slice(3, 6), List.of(Feature.link("https://overlaps.example/"))));

        // When
        var read = RichText.of(text, facets);

        // Then
        assertThat(read.text()).isEqualTo("ä<b> <https://fine.example/>x</b>\nend");
        assertThat(read.html()).doesNotContain("<b>").contains("<br").doesNotContain("javascript");
    }

    @Test
    void aTextWithoutFacetsHasNoHtml() {
        assertThat(RichText.of("a\0b\uD800c", List.of())).isEqualTo(new RichText("ab?c", null));
    }

    private static Optional<String> known(String handle) {
        return handle.equals("bob.test") ? Optional.of("did:plc:bob") : Optional.empty();
    }

    private static Slice slice(String text, String part) {
        int start = text.substring(0, text.indexOf(part)).getBytes(UTF_8).length;
        return new Slice(start, start + part.getBytes(UTF_8).length);
    }

    private static String marked(String text, Facet facet) {
        var bytes = text.getBytes(UTF_8);
        return new String(
                Arrays.copyOfRange(
                        bytes, facet.index().byteStart(), facet.index().byteEnd()),
                UTF_8);
    }

    /** Without halves of characters, which no UTF-8 can hold. */
    private static String whole(String text) {
        return new String(text.getBytes(UTF_8), UTF_8);
    }
}
