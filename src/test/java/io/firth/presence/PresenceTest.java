package io.firth.presence;

import static io.firth.presence.State.COMPOSING;
import static io.firth.presence.State.IDLE;
import static io.firth.presence.State.VIEWING;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Actor;
import io.firth.conversation.Typing;
import io.firth.presence.Presence.Present;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PresenceTest {

    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BO = UUID.randomUUID();
    private static final UUID REFUND = UUID.randomUUID();
    private static final UUID PARCEL = UUID.randomUUID();
    private static final Instant NINE = Instant.parse("2026-05-04T09:00:00Z");

    private final List<Typing> told = new ArrayList<>();
    private final Presence presence = new Presence(told::add);

    @Test
    void whoSaysSoIsThere() {
        assertThat(presence.say(REFUND, "tab", ANNA, VIEWING, NINE)).isTrue();
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, VIEWING, NINE));
        assertThat(presence.at(PARCEL)).isEmpty();
        assertThat(presence.occupied()).containsExactly(REFUND);
        assertThat(presence.isAt(REFUND, "tab")).isTrue();
        assertThat(presence.isAt(REFUND, "another tab")).isFalse();
    }

    @Test
    void sayingTheSameAgainChangesNothingButTheLease() {
        // Given
        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE);

        // When
        var changed = presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(5));

        // Then
        assertThat(changed).isFalse();
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE));
        assertThat(presence.expire(NINE.plusSeconds(19))).isEmpty();
        assertThat(presence.expire(NINE.plusSeconds(20))).containsExactly(REFUND);
    }

    @Test
    void anotherStateBeginsAnew() {
        // Given
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE);

        // When
        var changed = presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(5));

        // Then
        assertThat(changed).isTrue();
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE.plusSeconds(5)));
    }

    @Test
    void anAgentWithSeveralPagesIsShownOnceInTheBusiestState() {
        // When
        presence.say(REFUND, "hidden tab", ANNA, IDLE, NINE);
        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(1));
        presence.say(REFUND, "phone", ANNA, VIEWING, NINE.plusSeconds(2));
        presence.say(REFUND, "bos", BO, VIEWING, NINE.plusSeconds(3));

        // Then
        assertThat(presence.at(REFUND))
                .containsExactly(
                        new Present(ANNA, COMPOSING, NINE.plusSeconds(1)),
                        new Present(BO, VIEWING, NINE.plusSeconds(3)));
        presence.leave(REFUND, "tab");
        assertThat(presence.at(REFUND)).extracting(Present::state).containsExactly(VIEWING, VIEWING);
        presence.leave(REFUND, "phone");
        assertThat(presence.at(REFUND)).extracting(Present::agent).containsExactly(BO, ANNA);
    }

    @Test
    void whoeverWritesComesFirstThenWhoeverCameFirst() {
        // When
        presence.say(REFUND, "annas", ANNA, VIEWING, NINE.plusSeconds(1));
        presence.say(REFUND, "bos", BO, VIEWING, NINE);

        // Then
        assertThat(presence.at(REFUND)).extracting(Present::agent).containsExactly(BO, ANNA);
        presence.say(REFUND, "annas", ANNA, COMPOSING, NINE.plusSeconds(2));
        assertThat(presence.at(REFUND)).extracting(Present::agent).containsExactly(ANNA, BO);
    }

    @Test
    void whoHasADraftCountsAsComposingThereOrNot() {
        assertThat(presence.draft(REFUND, ANNA, NINE)).isTrue();
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE, true));
        assertThat(presence.occupied()).containsExactly(REFUND);

        presence.say(REFUND, "tab", ANNA, VIEWING, NINE.plusSeconds(1));
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE, true));

        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(2));
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE.plusSeconds(2)));
    }

    @Test
    void aDraftIsAsOldAsItsFirstWordAndOutlivesEveryLease() {
        // Given
        presence.draft(REFUND, ANNA, NINE);

        // When
        var changed = presence.draft(REFUND, ANNA, NINE.plusSeconds(5));
        presence.leave("tab");
        presence.expire(NINE.plus(Duration.ofHours(1)));

        // Then
        assertThat(changed).isFalse();
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE, true));
    }

    @Test
    void whoTypesComesBeforeWhoHasADraft() {
        presence.draft(REFUND, ANNA, NINE);
        presence.say(REFUND, "bos", BO, COMPOSING, NINE.plusSeconds(9));

        assertThat(presence.at(REFUND)).extracting(Present::agent).containsExactly(BO, ANNA);
    }

    @Test
    void aDraftThatIsSentIsOver() {
        presence.draft(REFUND, ANNA, NINE);

        assertThat(presence.draft(REFUND, ANNA, null)).isTrue();
        assertThat(presence.draft(REFUND, ANNA, null)).isFalse();
        assertThat(presence.at(REFUND)).isEmpty();
        assertThat(presence.occupied()).isEmpty();
    }

    @Test
    void leavingOneConversationLeavesTheOthers() {
        // Given
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE);
        presence.say(PARCEL, "tab", ANNA, VIEWING, NINE);

        // When
        var changed = presence.leave(REFUND, "tab");

        // Then
        assertThat(changed).isTrue();
        assertThat(presence.at(REFUND)).isEmpty();
        assertThat(presence.occupied()).containsExactly(PARCEL);
        assertThat(presence.leave(REFUND, "tab")).isFalse();
    }

    @Test
    void aClosedPageLeavesEverywhere() {
        // Given
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE);
        presence.say(PARCEL, "tab", ANNA, IDLE, NINE);
        presence.say(PARCEL, "bos", BO, VIEWING, NINE);

        // When
        var changed = presence.leave("tab");

        // Then
        assertThat(changed).containsExactlyInAnyOrder(REFUND, PARCEL);
        assertThat(presence.at(PARCEL)).extracting(Present::agent).containsExactly(BO);
        assertThat(presence.leave("tab")).isEmpty();
    }

    @Test
    void aLeaseEndsAfterFifteenSeconds() {
        // Given
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE);
        presence.say(REFUND, "bos", BO, VIEWING, NINE.plusSeconds(1));

        // Then
        assertThat(presence.expire(NINE.plus(Presence.LEASE).minusNanos(1))).isEmpty();
        assertThat(presence.expire(NINE.plus(Presence.LEASE))).containsExactly(REFUND);
        assertThat(presence.at(REFUND)).extracting(Present::agent).containsExactly(BO);
        assertThat(presence.expire(NINE.plus(Presence.LEASE))).isEmpty();
        assertThat(presence.expire(NINE.plus(Duration.ofMinutes(1)))).containsExactly(REFUND);
        assertThat(presence.occupied()).isEmpty();
    }

    @Test
    void whoComesBackAfterItsLeaseIsNew() {
        // Given
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE);

        // When
        var changed = presence.say(REFUND, "tab", ANNA, VIEWING, NINE.plusSeconds(30));

        // Then
        assertThat(changed).isTrue();
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, VIEWING, NINE.plusSeconds(30)));
    }

    @Test
    void whoWritesIsToldOfAsLongAsItGoesOn() {
        // When
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE);
        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(1));
        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(6));
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE.plusSeconds(9));
        presence.say(REFUND, "tab", ANNA, VIEWING, NINE.plusSeconds(14));

        // Then
        assertThat(told).containsExactly(annaWrites(true), annaWrites(true), annaWrites(false));
    }

    @Test
    void aDraftThatLiesAboutIsNoTyping() {
        // Given
        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE);
        told.clear();

        // When
        for (int second = 5; second <= 65; second += 5) {
            presence.say(REFUND, "tab", ANNA, COMPOSING, NINE.plusSeconds(second));
        }

        // Then
        assertThat(told).startsWith(annaWrites(true)).endsWith(annaWrites(false));
        assertThat(presence.at(REFUND)).containsExactly(new Present(ANNA, COMPOSING, NINE));
    }

    @Test
    void whoWritesOnTwoPagesStopsWithTheLast() {
        // Given
        presence.say(REFUND, "tab", ANNA, COMPOSING, NINE);
        presence.say(REFUND, "phone", ANNA, COMPOSING, NINE);
        told.clear();

        // When
        presence.leave(REFUND, "tab");
        var afterTheFirst = List.copyOf(told);
        presence.expire(NINE.plus(Presence.LEASE));

        // Then
        assertThat(afterTheFirst).isEmpty();
        assertThat(told).containsExactly(annaWrites(false));
    }

    @Test
    void aCustomerIsThereWhileWriting() {
        // When
        var began = presence.customerWrites(REFUND, true, NINE);
        var wentOn = presence.customerWrites(REFUND, true, NINE.plusSeconds(3));

        // Then
        assertThat(began).isTrue();
        assertThat(wentOn).isFalse();
        assertThat(presence.at(REFUND)).containsExactly(new Present(null, COMPOSING, NINE));
        assertThat(presence.expire(NINE.plusSeconds(8))).isEmpty();
        assertThat(presence.expire(NINE.plusSeconds(9))).containsExactly(REFUND);
        assertThat(presence.customerWrites(REFUND, false, NINE.plusSeconds(9))).isFalse();
        assertThat(told).isEmpty();
    }

    @Test
    void afterAnyDayNobodyIsLeft() {
        // Given
        var seed = System.nanoTime();
        var random = new Random(seed);
        var now = NINE;

        // When
        for (int i = 0; i < 2000; i++) {
            now = now.plusMillis(random.nextInt(2000));
            var conversation = random.nextBoolean() ? REFUND : PARCEL;
            var page = "page " + random.nextInt(5);
            switch (random.nextInt(6)) {
                case 0 -> presence.leave(conversation, page);
                case 1 -> presence.leave(page);
                case 2 -> presence.expire(now);
                default ->
                    presence.say(
                            conversation,
                            page,
                            random.nextBoolean() ? ANNA : BO,
                            State.values()[random.nextInt(3)],
                            now);
            }
            assertThat(presence.occupied()).as("seed %d", seed).allMatch(occupied -> !presence.at(occupied)
                    .isEmpty());
        }
        presence.expire(now.plus(Presence.LEASE));

        // Then
        assertThat(presence.occupied()).as("seed %d", seed).isEmpty();
    }

    private static Typing annaWrites(boolean on) {
        return new Typing(REFUND, Actor.agent(ANNA), on);
    }
}
