package io.firth.metrics;

import io.firth.Desk;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Command.Recall;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Recipients;
import io.firth.conversation.Status;
import io.firth.journal.Work;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** A conversation of an earlier day, told step by step to the product's own journal. */
public final class Story {

    private final Address customer;
    private final UUID conversation = Ids.next();
    private final UUID account = Desk.account();
    private Instant now;
    private boolean begun;

    public Story(Instant begins) {
        this(begins, Desk.somebody());
    }

    public Story(Instant begins, Address customer) {
        this.now = begins;
        this.customer = customer;
    }

    public UUID conversation() {
        return conversation;
    }

    public Story after(Duration time) {
        now = now.plus(time);
        return this;
    }

    public Story minutes(long minutes) {
        return after(Duration.ofMinutes(minutes));
    }

    public Story customer(String text) {
        var message = Message.in(Origin.HUMAN, customer, List.of(), List.of(), Content.of(text), null, false, null);
        return does(Actor.customer(contact()), new Recall(message));
    }

    /** Said where everybody reads it. */
    public Story mention(String text) {
        var message = new Message(
                Direction.IN,
                Origin.HUMAN,
                customer,
                List.of(),
                List.of(),
                Content.of(text),
                null,
                false,
                List.of(),
                null,
                MessageKind.MENTION);
        return does(Actor.customer(contact()), new Recall(message));
    }

    public Story agent(UUID agent) {
        return does(Actor.agent(agent), new Recall(out()));
    }

    public Story bot() {
        return does(Actor.BOT, new Recall(out()));
    }

    public Story handedOver() {
        return does(Actor.BOT, new Recall(new Interaction.HandedOver("asked")));
    }

    public Story assigned(UUID agent, UUID team) {
        return does(Actor.agent(agent), new Recall(new Interaction.Assigned(agent, team)));
    }

    public Story labelled(UUID agent, String... labels) {
        return does(Actor.agent(agent), new Command.Label(new TreeSet<>(List.of(labels)), new TreeSet<>()));
    }

    public Story status(UUID agent, Category category) {
        return does(Actor.agent(agent), new Recall(new Interaction.StatusChanged(Status.of(category), null)));
    }

    public Story rated(int score) {
        return does(Actor.customer(contact()), new Recall(new Interaction.Rated("csat", "1-5", score, null, null)));
    }

    /** The actor of what a customer does is a contact; which one does not matter to a figure, but that it is the same does. */
    private UUID contact() {
        return UUID.nameUUIDFromBytes(customer.value().getBytes(StandardCharsets.UTF_8));
    }

    private Story does(Actor actor, Command command) {
        var key = Ids.next().toString();
        var source = conversation;
        Desk.write(
                begun
                        ? new Work.Carry(conversation, actor, now, source, key, List.of(command))
                        : new Work.Begin(
                                conversation,
                                account,
                                "email",
                                "Where is it?",
                                customer,
                                actor,
                                now,
                                source,
                                key,
                                List.of(command)));
        begun = true;
        return this;
    }

    private Message out() {
        return Message.out(
                Origin.ECHO,
                Address.email("support@example.org", "Support"),
                new Recipients(List.of(customer), List.of(), List.of()),
                Content.of("It is on its way."));
    }
}
