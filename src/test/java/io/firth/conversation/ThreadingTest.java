package io.firth.conversation;

import static io.firth.conversation.Story.ADA;
import static io.firth.conversation.Story.MALLORY;
import static io.firth.conversation.Story.NINE;
import static io.firth.conversation.Story.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Threading.Destination;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreadingTest {

    private static final Conversation PARCEL = Story.opened().now();
    private static final String ADAS_MAIL = "1@customer.example";

    /** Somebody answered it in that conversation, and it has not come. */
    private static final String AWAITED = "0@customer.example";

    /** One conversation, Ada's, whose first message has an id of its own. */
    private static final Threading.Known KNOWN = new Threading.Known() {
        @Override
        public @Nullable Conversation conversation(UUID id) {
            return id.equals(PARCEL.id()) ? PARCEL : null;
        }

        @Override
        public @Nullable UUID byThreadKey(String key) {
            return key.equals(ADAS_MAIL) ? PARCEL.id() : null;
        }

        @Override
        public @Nullable UUID byAwaited(String key) {
            return key.equals(AWAITED) ? PARCEL.id() : null;
        }

        @Override
        public @Nullable UUID byNumber(long number) {
            return number == 123 ? PARCEL.id() : null;
        }
    };

    @Test
    void aTokenOpensTheConversationToItsParticipant() {
        // When
        var destination = destination(ADA, new Hint.Token(PARCEL.id()));

        // Then
        assertThat(destination).isEqualTo(new Destination.Existing(PARCEL, false));
    }

    @Test
    void aTokenOpensTheConversationToWhoeverGotItForwardedAndSaysSo() {
        // When
        var destination = destination(MALLORY, new Hint.Token(PARCEL.id()));

        // Then
        assertThat(destination).isEqualTo(new Destination.Existing(PARCEL, true));
    }

    @Test
    void aNumberInASubjectJoinsNobodyAndOffersAMerge() {
        // When
        var ada = destination(ADA, new Hint.Mentioned(123));
        var mallory = destination(MALLORY, new Hint.Mentioned(123));

        // Then
        assertThat(ada).isEqualTo(new Destination.New(PARCEL.id()));
        assertThat(mallory).isEqualTo(new Destination.New(PARCEL.id()));
    }

    @Test
    void oneOfOurIdsOpensTheConversationToAParticipantOnly() {
        // When
        var ada = destination(ADA, new Hint.Ours(PARCEL.id()));
        var mallory = destination(MALLORY, new Hint.Ours(PARCEL.id()));

        // Then
        assertThat(ada).isEqualTo(new Destination.Existing(PARCEL, false));
        assertThat(mallory).isEqualTo(new Destination.New(PARCEL.id()));
    }

    @Test
    void aForeignIdOpensTheConversationToAParticipantOnly() {
        // When
        var ada = destination(ADA, new Hint.Foreign(ADAS_MAIL));
        var mallory = destination(MALLORY, new Hint.Foreign(ADAS_MAIL));

        // Then
        assertThat(ada).isEqualTo(new Destination.Existing(PARCEL, false));
        assertThat(mallory).isEqualTo(new Destination.New(PARCEL.id()));
    }

    @Test
    void whatWasAnsweredBeforeItCameOpensTheConversationToAParticipantOnly() {
        // When
        var ada = destination(ADA, new Hint.Own(AWAITED));
        var mallory = destination(MALLORY, new Hint.Own(AWAITED));
        var repeated = destination(ADA, new Hint.Own(ADAS_MAIL));

        // Then
        assertThat(ada).isEqualTo(new Destination.Existing(PARCEL, false));
        assertThat(mallory).isEqualTo(new Destination.New(PARCEL.id()));
        assertThat(repeated).isEqualTo(new Destination.New(null));
    }

    @Test
    void aTokenStillCountsAfterAnIdThatDidNot() {
        // When
        var destination = destination(MALLORY, new Hint.Foreign(ADAS_MAIL), new Hint.Token(PARCEL.id()));

        // Then
        assertThat(destination).isEqualTo(new Destination.Existing(PARCEL, true));
    }

    @Test
    void whatNamesNothingWeHaveBeginsAConversation() {
        // When
        var destination = destination(ADA, new Hint.Token(UUID.randomUUID()), new Hint.Foreign("2@customer.example"));

        // Then
        assertThat(destination).isEqualTo(new Destination.New(null));
    }

    @Test
    void theSameSubjectNeverJoins() {
        // When
        var destination = destination(ADA);

        // Then
        assertThat(destination).isEqualTo(new Destination.New(null));
    }

    @Test
    void whatOurOwnSideWroteElsewhereJoinsTheConversationItNames() {
        // Given
        var echo = arrival(Origin.ECHO, SUPPORT, new Hint.Foreign(ADAS_MAIL));

        // When
        var destination = Threading.of(echo, KNOWN);

        // Then
        assertThat(destination).isEqualTo(new Destination.Existing(PARCEL, false));
    }

    private static Destination destination(Address from, Hint... hints) {
        return Threading.of(arrival(Origin.HUMAN, from, hints), KNOWN);
    }

    private static Arrival arrival(Origin origin, Address from, Hint... hints) {
        return new Arrival(
                PARCEL.place().account(),
                List.of("key"),
                NINE,
                List.of(hints),
                List.of(),
                origin,
                from,
                List.of(),
                List.of(),
                PARCEL.place().subject(),
                Content.of("Hello"),
                null,
                null);
    }
}
