package io.firth.survey.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.Origin;
import io.firth.conversation.Recipients;
import io.firth.conversation.Status;
import io.firth.survey.ask.Whom.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule whom to ask, over timelines that happen and many that hardly do. */
class WhomTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final UUID NELL = UUID.randomUUID();
    private static final UUID BO = UUID.randomUUID();
    private static final Address NELLS = Address.email("nell@customer.example", "Nell");
    private static final Address OURS = Address.email("support@acme.test", "Acme");
    private static final List<Address> WRITERS = List.of(
            NELLS,
            Address.email("no-reply@shop.example", null),
            OURS,
            new Address("visitor", UUID.randomUUID().toString(), null),
            new Address("bluesky", "did:plc:abc", null));

    private final List<Entry> entries = new ArrayList<>();
    private Conversation conversation = Conversation.begin(
            UUID.randomUUID(), new Conversation.Place(UUID.randomUUID(), "email", NELL, "Where is it?", null, null));
    private boolean blocked;

    @Test
    void whoWroteAndWasServedIsAsked() {
        comes(Origin.HUMAN, NELLS, false);
        answered();
        becomes(Category.RESOLVED);

        assertThat(verdict()).isEqualTo(new Verdict.Ask(NELLS));
    }

    @ParameterizedTest
    @EnumSource(
            value = Category.class,
            names = {"OPEN", "PENDING", "SNOOZED"})
    void whatWasOpenedAgainAndResolvedAgainIsAskedAboutAsThatOnly(Category meanwhile) {
        comes(Origin.HUMAN, NELLS, false);
        becomes(Category.RESOLVED);
        var first = conversation.seq();
        becomes(meanwhile);
        assertThat(about(first)).isEqualTo(new Verdict.Not(Withheld.REOPENED));
        becomes(Category.RESOLVED);

        assertThat(about(first)).isEqualTo(new Verdict.Not(Withheld.REOPENED));
        assertThat(verdict()).isEqualTo(new Verdict.Ask(NELLS));
    }

    @Test
    void whoOnlyJoinedByATokenIsNotAsked() {
        comes(Origin.HUMAN, NELLS, true);
        becomes(Category.RESOLVED);

        assertThat(verdict()).isEqualTo(new Verdict.Not(Withheld.UNVERIFIED));
    }

    @Test
    void whereOnlyWeHaveWrittenNobodyIsAsked() {
        answered();
        becomes(Category.RESOLVED);

        assertThat(verdict()).isEqualTo(new Verdict.Not(Withheld.NO_CUSTOMER));
    }

    @Test
    void theFirstAnswerIsTheFirst() {
        comes(Origin.HUMAN, NELLS, false);
        answered();
        answered();

        assertThat(Whom.isFirstAnswer(entries, 2)).isTrue();
        assertThat(Whom.isFirstAnswer(entries, 3)).isFalse();
    }

    static LongStream timelines() {
        return LongStream.range(0, 2_000);
    }

    @ParameterizedTest
    @MethodSource("timelines")
    void whateverHappensNobodyIsAskedWhoMustNotBe(long seed) {
        // Given
        var random = new Random(seed);
        var steps = 1 + random.nextInt(12);
        for (var step = 0; step < steps; step++) {
            happens(random);
        }
        blocked = random.nextInt(8) == 0;

        // When
        var verdict = verdict();

        // Then
        if (verdict instanceof Verdict.Ask(var to)) {
            assertThat(blocked).isFalse();
            assertThat(conversation.status().category()).isEqualTo(Category.RESOLVED);
            assertThat(conversation.mergedInto()).isNull();
            assertThat(to).isNotEqualTo(OURS);
            assertThat(to.isRead()).isTrue();
            assertThat(to.kind()).isIn("email", "visitor");
            assertThat(conversation.parties().includes(to)).isTrue();
            assertThat(came()).isNotEmpty();
            assertThat(came().getLast().origin()).isEqualTo(Origin.HUMAN);
        }
    }

    private void happens(Random random) {
        var origins = List.of(Origin.HUMAN, Origin.HUMAN, Origin.AUTO_REPLY, Origin.BULK, Origin.BOUNCE);
        switch (random.nextInt(6)) {
            case 0, 1 ->
                comes(
                        origins.get(random.nextInt(origins.size())),
                        WRITERS.get(random.nextInt(WRITERS.size())),
                        random.nextInt(4) == 0);
            case 2 -> answered();
            case 3 -> becomes(Category.values()[random.nextInt(Category.values().length)]);
            case 4 -> becomes(Category.RESOLVED);
            default -> {
                if (random.nextInt(6) == 0) {
                    then(Actor.agent(BO), new Interaction.MergedInto(UUID.randomUUID(), 7));
                }
            }
        }
    }

    private List<Message> came() {
        return entries.stream()
                .map(Entry::interaction)
                .filter(Message.class::isInstance)
                .map(Message.class::cast)
                .filter(message -> message.direction() == Direction.IN)
                .toList();
    }

    private void comes(Origin origin, Address from, boolean unverified) {
        then(
                Actor.customer(NELL),
                Message.in(origin, from, List.of(), List.of(), Content.of("Hello"), null, unverified, null));
    }

    private void answered() {
        var to = new Recipients(conversation.parties().verified(), List.of(), List.of());
        then(Actor.agent(BO), Message.out(Origin.HUMAN, OURS, to, Content.of("Here.")));
    }

    private void becomes(Category category) {
        var until = category == Category.SNOOZED ? NINE.plusSeconds(60) : null;
        then(Actor.agent(BO), new StatusChanged(Status.of(category), until));
    }

    private void then(Actor actor, Interaction interaction) {
        var entry = new Entry(conversation.seq() + 1, NINE.plusSeconds(conversation.seq()), actor, interaction);
        entries.add(entry);
        conversation = conversation.apply(entry);
    }

    private Verdict verdict() {
        var resolved = entries.stream()
                .filter(entry -> entry.interaction() instanceof StatusChanged changed
                        && changed.status().category() == Category.RESOLVED)
                .mapToInt(Entry::seq)
                .max()
                .orElse(0);
        return about(resolved);
    }

    private Verdict about(int resolution) {
        return new Whom(conversation, entries, blocked, OURS::sameAs).about(resolution, true);
    }
}
