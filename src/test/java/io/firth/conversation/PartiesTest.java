package io.firth.conversation;

import static io.firth.conversation.Story.ADA;
import static io.firth.conversation.Story.MALLORY;
import static io.firth.conversation.Story.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Interaction.Message;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartiesTest {

    private static final Address GRACE = Address.email("grace@customer.example", "Grace Hopper");

    @Test
    void whoeverAParticipantWritesToTakesPart() {
        // When
        var parties = Parties.NONE.with(from(ADA, false, GRACE));

        // Then
        assertThat(parties.includes(ADA)).isTrue();
        assertThat(parties.includes(GRACE)).isTrue();
        assertThat(parties.recipients()).containsExactly(ADA);
    }

    @Test
    void whoeverJoinsByATokenIsMarkedAndBringsNobody() {
        // Given
        var parties = Parties.NONE.with(from(ADA, false));

        // When
        var joined = parties.with(from(MALLORY, true, GRACE));

        // Then
        assertThat(joined.verified()).containsExactly(ADA);
        assertThat(joined.unverified()).containsExactly(MALLORY);
        assertThat(joined.includes(MALLORY)).isFalse();
    }

    @Test
    void whoeverWeWriteToTakesPartAndWeDoNot() {
        // Given
        var echo = Message.out(
                Origin.ECHO, SUPPORT, new Recipients(List.of(ADA), List.of(GRACE), List.of()), Content.of("Hello"));

        // When
        var parties = Parties.NONE.with(echo);

        // Then
        assertThat(parties.verified()).containsExactly(ADA, GRACE);
    }

    @Test
    void oneAddressIsOneParticipantWhateverItCallsItself() {
        // Given
        var parties = Parties.NONE.with(from(ADA, false));

        // When
        var again = parties.with(from(Address.email(ADA.value(), "Countess"), false));

        // Then
        assertThat(again.verified()).containsExactly(ADA);
    }

    @Test
    void aMailToAThousandPeopleDoesNotMakeAThousandParticipants() {
        // Given
        var thousand = IntStream.range(0, 1000)
                .mapToObj(i -> Address.email("p" + i + "@customer.example", null))
                .toArray(Address[]::new);

        // When
        var parties = Parties.NONE.with(from(ADA, false, thousand));

        // Then
        assertThat(parties.verified()).hasSize(100).first().isEqualTo(ADA);
    }

    private static Message from(Address from, boolean unverified, Address... to) {
        return Message.in(Origin.HUMAN, from, List.of(to), List.of(), Content.of("Hello"), null, unverified, null);
    }
}
