package io.firth.channel.email.ids;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.email.ids.SignedIds.MessageName;
import java.util.Locale;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SignedIdsTest {

    private final SignedIds ids = new SignedIds(new byte[32], "desk.acme.test");
    private final SignedIds others =
            new SignedIds("another key of thirty-two bytes!".getBytes(US_ASCII), "desk.acme.test");

    @Property
    void aMessageIdComesBackInAnyCaseAndOnlyToUs(
            @ForAll("uuids") UUID conversation, @ForAll @IntRange(min = 1, max = 999_999) int seq) {
        // When
        var id = ids.messageId(conversation, seq);

        // Then
        assertThat(ids.readMessageId(id)).contains(new MessageName(conversation, seq));
        assertThat(ids.readMessageId(id.toUpperCase(Locale.ROOT))).contains(new MessageName(conversation, seq));
        assertThat(others.readMessageId(id)).isEmpty();
    }

    @Property
    void anAddressComesBackAndStaysWithin64Octets(
            @ForAll("uuids") UUID conversation, @ForAll @IntRange(min = 1, max = 9_999) int seq) {
        // When
        var reply = ids.replyAddress("customer.support@acme.test", conversation).orElseThrow();
        var bounce = ids.bounceAddress("support@acme.test", conversation, seq).orElseThrow();

        // Then
        assertThat(reply.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(bounce.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(ids.readReplyAddress(reply.toUpperCase(Locale.ROOT))).contains(conversation);
        assertThat(ids.readBounceAddress(bounce)).contains(new MessageName(conversation, seq));
        assertThat(others.readReplyAddress(reply)).isEmpty();
        assertThat(SignedIds.withoutDetail(reply)).isEqualTo("customer.support@acme.test");
    }

    @Property
    void oneChangedLetterIsRefused(
            @ForAll("uuids") UUID conversation,
            @ForAll @IntRange(min = 0, max = 200) int at,
            @ForAll("letters") char letter) {
        // Given
        var address = ids.replyAddress("help@acme.test", conversation).orElseThrow();
        int from = "help+r.".length();
        int place = from + at % (address.indexOf('@') - from);

        // When
        var changed = address.substring(0, place) + letter + address.substring(place + 1);

        // Then
        assertThat(ids.readReplyAddress(changed).isPresent()).isEqualTo(changed.equals(address));
    }

    @Property
    void anythingMayBeRead(@ForAll String text) {
        // When // Then
        assertThat(ids.readMessageId(text)).isEmpty();
        assertThat(ids.readReplyAddress("x+r." + text + "@y")).isEmpty();
        assertThat(ids.readBounceAddress(text + "+b.a.b.c@y")).isEmpty();
        assertThat(ids.isLoopMark(text)).isFalse();
    }

    @Test
    void aTokenForOneUseIsNoneForAnother() {
        // Given
        var conversation = UUID.fromString("0193a0c4-1111-7abc-8def-000000000042");
        var message = ids.messageId(conversation, 2);

        // When // Then
        assertThat(ids.isLoopMark(message.substring(0, message.indexOf('@')))).isFalse();
        assertThat(ids.readMessageId(ids.loopMark(conversation, 2) + "@desk.acme.test"))
                .isEmpty();
    }

    @Test
    void aLongLocalPartGetsNoToken() {
        // When // Then
        assertThat(ids.replyAddress("customer-support-team@acme.test", UUID.randomUUID()))
                .isEmpty();
    }

    @Provide
    Arbitrary<UUID> uuids() {
        return Arbitraries.longs().tuple2().map(pair -> new UUID(pair.get1(), pair.get2()));
    }

    @Provide
    Arbitrary<Character> letters() {
        return Arbitraries.chars().with("abcdefghijklmnopqrstuvwxyz234567.");
    }
}
