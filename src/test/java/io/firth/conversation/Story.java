package io.firth.conversation;

import io.firth.conversation.Command.Receive;
import io.firth.conversation.Command.Reply;
import io.firth.conversation.Interaction.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** A conversation that goes on step by step, one minute between two steps; the first step is at nine. */
final class Story {

    static final Instant NINE = Instant.parse("2026-01-05T09:00:00Z");
    static final Address ADA = Address.email("ada@customer.example", "Ada Lovelace");
    static final Address MALLORY = Address.email("mallory@elsewhere.example", "Mallory");
    static final Address SUPPORT = Address.email("support@example.org", "Support");
    static final Actor ADA_HERSELF = Actor.customer(new UUID(0, 1));
    static final Actor ANNA = Actor.agent(new UUID(0, 10));
    static final Actor BO = Actor.agent(new UUID(0, 11));
    static final Actor SOMEBODY_ELSEWHERE = new Actor(Actor.Kind.AGENT, null);
    static final Status RESOLVED = Status.of(Category.RESOLVED);
    static final Status SNOOZED = Status.of(Category.SNOOZED);
    static final Status PENDING = Status.of(Category.PENDING);
    static final Status SPAM = Status.of(Category.SPAM);

    private final List<Entry> told = new ArrayList<>();
    private Conversation conversation;
    private Instant clock = NINE;

    private Story(Conversation conversation) {
        this.conversation = conversation;
    }

    static Story begin() {
        var place = new Conversation.Place(new UUID(0, 2), "email", new UUID(0, 1), "Where is my parcel?", null, null);
        return new Story(Conversation.begin(new UUID(0, 3), place));
    }

    /** A conversation whose first message is Ada's. */
    static Story opened() {
        var story = begin();
        story.customerWrites("Where is my parcel?");
        return story;
    }

    Conversation now() {
        return conversation;
    }

    List<Entry> told() {
        return List.copyOf(told);
    }

    Instant clock() {
        return clock;
    }

    List<Interaction> does(Actor actor, Command command) {
        var happened = conversation.decide(actor, clock, command);
        happened.forEach(interaction -> happens(actor, interaction));
        clock = clock.plus(Duration.ofMinutes(1));
        return happened;
    }

    void happens(Actor actor, Interaction interaction) {
        var entry = new Entry(conversation.seq() + 1, clock, actor, interaction);
        told.add(entry);
        conversation = conversation.apply(entry);
    }

    List<Interaction> customerWrites(String text) {
        return does(ADA_HERSELF, new Receive(inbound(Origin.HUMAN, text)));
    }

    List<Interaction> machineWrites(Origin origin) {
        return does(ADA_HERSELF, new Receive(inbound(origin, "I am out of the office.")));
    }

    List<Interaction> echoes(String text) {
        return does(SOMEBODY_ELSEWHERE, new Receive(outbound(Origin.ECHO, text)));
    }

    /** An automatic message to the customer, such as an acknowledgement of a rule. */
    void acknowledges() {
        happens(Actor.SYSTEM, outbound(Origin.AUTO_REPLY, "We have it."));
    }

    List<Interaction> replies(Actor agent, int baseSeq) {
        return does(agent, reply(baseSeq, true));
    }

    List<Interaction> replies(Actor agent) {
        return replies(agent, conversation.guard().lastPublicSeq());
    }

    List<Interaction> notes(Actor agent) {
        return does(agent, new Command.WriteNote(Content.of("Looks like the depot again.")));
    }

    List<Interaction> labels(Actor agent, String label) {
        return does(agent, new Command.Label(new TreeSet<>(List.of(label)), new TreeSet<>()));
    }

    List<Interaction> sets(Actor agent, Status status) {
        return does(agent, new Command.SetStatus(status, null));
    }

    List<Interaction> snoozes(Actor agent, Duration by) {
        return does(agent, new Command.SetStatus(SNOOZED, clock.plus(by)));
    }

    static Reply reply(int baseSeq, boolean stopForCustomer) {
        return new Reply(Content.of("It is on its way."), SUPPORT, baseSeq, stopForCustomer);
    }

    static Message inbound(Origin origin, String text) {
        return Message.in(origin, ADA, List.of(), List.of(), Content.of(text), null, false, null);
    }

    static Message outbound(Origin origin, String text) {
        return Message.out(origin, SUPPORT, Recipients.to(List.of(ADA)), Content.of(text));
    }
}
