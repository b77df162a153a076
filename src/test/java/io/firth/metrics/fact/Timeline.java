package io.firth.metrics.fact;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Content;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.conversation.Recipients;
import io.firth.conversation.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened in a conversation, told with the minutes after nine; and the facts it comes to. */
final class Timeline {

    static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    static final UUID ANNA = new UUID(0, 10);
    static final UUID BO = new UUID(0, 11);
    static final UUID ADA = new UUID(0, 1);
    static final Measure MEASURE = new Measure(Duration.ofHours(12));
    private static final Address CUSTOMER = Address.email("ada@customer.example", "Ada");
    private static final Address SUPPORT = Address.email("support@example.org", "Support");

    private final Course course = Course.of(new Place(7, new UUID(0, 2), "email"));
    private final Map<Fact.Key, Fact> facts = new LinkedHashMap<>();
    private int seq;
    private Instant now = NINE;
    private @Nullable Duration lag;

    Timeline at(double minutes) {
        now = NINE.plusMillis(Math.round(minutes * 60_000));
        return this;
    }

    /** How long after its own time whatever happens is stored from now on. */
    Timeline stored(Duration later) {
        lag = later;
        return this;
    }

    Timeline customer(String text) {
        return happens(Actor.customer(ADA), in(Origin.HUMAN, text));
    }

    Timeline machine() {
        return happens(Actor.customer(ADA), in(Origin.AUTO_REPLY, "I am away."));
    }

    Timeline agent(UUID agent) {
        return happens(Actor.agent(agent), out(Origin.HUMAN));
    }

    Timeline bot() {
        return happens(Actor.BOT, out(Origin.HUMAN));
    }

    Timeline acknowledged() {
        return happens(Actor.SYSTEM, out(Origin.AUTO_REPLY));
    }

    Timeline note(UUID agent) {
        return happens(Actor.agent(agent), new Interaction.Note(Content.of("Looks like the depot again.")));
    }

    Timeline handedOver() {
        return happens(Actor.BOT, new Interaction.HandedOver("asked_for_a_person"));
    }

    Timeline assigned(@Nullable UUID agent, @Nullable UUID team) {
        return happens(Actor.agent(ANNA), new Interaction.Assigned(agent, team));
    }

    Timeline labelled(String label) {
        return happens(Actor.agent(ANNA), new Interaction.Labelled(new TreeSet<>(List.of(label)), new TreeSet<>()));
    }

    Timeline status(Category category, @Nullable String reason) {
        return happens(Actor.agent(ANNA), new Interaction.StatusChanged(Status.of(category), null, reason));
    }

    Timeline status(Category category) {
        return status(category, null);
    }

    Timeline rated(int score) {
        return happens(Actor.customer(ADA), new Interaction.Rated("csat", "1-5", score, null, null));
    }

    int lastSeq() {
        return seq;
    }

    /** @param occasion of a first call: the resolution it is about */
    Timeline asked(UUID question, int occasion, boolean reminder) {
        var part = new Part.Survey(
                question,
                "csat",
                "faces",
                List.of(),
                "en",
                "csat-1",
                occasion,
                true,
                reminder,
                NINE.plus(Duration.ofDays(30)));
        var content = new Content("How was it?", "", null, List.of(), List.of(part));
        var to = new Recipients(List.of(CUSTOMER), List.of(), List.of());
        return happens(Actor.SYSTEM, Message.out(Origin.AUTO_REPLY, SUPPORT, to, content));
    }

    Timeline answered(UUID question, int score, boolean solved) {
        return happens(
                Actor.customer(ADA),
                new Interaction.Rated("csat", "1-5", score, null, 4, question, solved, null, null, "csat-1", "en"));
    }

    Timeline happens(Actor actor, Interaction interaction) {
        var told = new Facts();
        course.take(new Entry(++seq, now, actor, interaction), lag == null ? null : now.plus(lag), MEASURE, told);
        told.changes()
                .forEach((key, fact) -> fact.ifPresentOrElse(put -> facts.put(key, put), () -> facts.remove(key)));
        told.raised().forEach((key, bits) -> facts.computeIfPresent(key, (same, fact) -> fact.withFlags(bits)));
        return this;
    }

    List<Fact> all(Kind kind) {
        return facts.values().stream().filter(fact -> fact.key().kind() == kind).toList();
    }

    /** The only fact of its kind. */
    Fact the(Kind kind) {
        var all = all(kind);
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " facts " + kind);
        }
        return all.getFirst();
    }

    /** Of each fact of a kind. */
    List<Double> minutes(Kind kind) {
        return all(kind).stream()
                .map(fact -> fact.wallMicros() == null ? -1.0 : fact.wallMicros() / 60e6)
                .toList();
    }

    private static Message in(Origin origin, String text) {
        return Message.in(origin, CUSTOMER, List.of(), List.of(), Content.of(text), null, false, null);
    }

    private static Message out(Origin origin) {
        return Message.out(
                origin,
                SUPPORT,
                new Recipients(List.of(CUSTOMER), List.of(), List.of()),
                Content.of("It is on its way."));
    }
}
