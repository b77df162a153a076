package io.firth.channel.webhook;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.conversation.Actor;
import io.firth.conversation.Conversation;
import io.firth.conversation.Inbound;
import io.firth.conversation.NotFound;
import io.firth.conversation.Typing;
import io.firth.journal.Journal;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Understands what another system sent, and hands it to {@link Intake}. */
@Singleton
class Incoming {

    /** A thread of its own for each request, since reading and disks make it wait. */
    static final Executor THREADS = task -> Thread.ofVirtual().name("webhook").start(task);

    private final Intake intake;
    private final Contents contents;
    private final Journal journal;
    private final Event<Typing> typing;

    Incoming(Intake intake, Contents contents, Journal journal, Event<Typing> typing) {
        this.intake = intake;
        this.contents = contents;
        this.journal = journal;
        this.typing = typing;
    }

    /**
     * What became of a request.
     *
     * @param conversation where it went; null where it went nowhere, or waits for the message it is about
     * @param repeated whether it had been taken in before, so that nothing changed
     * @param reason why it could not be understood and was set aside; null where it was understood
     */
    record Taken(
            @Nullable UUID conversation,
            boolean repeated,
            @Nullable String reason) {

        private static final Taken HEARD = new Taken(null, false, null);

        private static Taken of(Accepted accepted) {
            return new Taken(accepted.conversation(), accepted.repeated(), null);
        }

        Accepted accepted() {
            return new Accepted(conversation, repeated);
        }
    }

    /**
     * Takes in what was sent, or sets it aside where it is not understood. Completes at the commit, and fails as {@link Intake}
     * does. Blocks while it reads.
     */
    Uni<Taken> take(Account account, RawInput raw) {
        return Uni.createFrom()
                .item(() -> PayloadReader.read(raw.bytes()))
                .chain(payload -> take(account, raw, payload))
                .onFailure(Unreadable.class)
                .recoverWithUni(unreadable -> setAside(raw, String.valueOf(unreadable.getMessage())));
    }

    private Uni<Taken> take(Account account, RawInput raw, Payload payload) {
        var events = new Events(account, raw, contents);
        return switch (payload) {
            case Payload.Message message -> accept(raw, events.arrival(message));
            case Payload.Edit edit -> accept(raw, events.edit(edit));
            case Payload.Removal removal -> accept(raw, Uni.createFrom().item(() -> events.removal(removal)));
            case Payload.Reaction reaction -> accept(raw, Uni.createFrom().item(() -> events.reaction(reaction)));
            case Payload.Receipt receipt -> accept(raw, receipt(events, account, receipt));
            case Payload.Typing one -> tell(account, one);
            case Payload.Ping ping -> Uni.createFrom().item(Taken.HEARD);
            case Payload.Unknown(var type) ->
                throw new Unreadable("`type` is “%s”, which Firth does not know.".formatted(type));
        };
    }

    /** What nobody thought of must not be lost either. */
    private Uni<Taken> accept(RawInput raw, Uni<? extends Inbound> understood) {
        return understood
                .onFailure(failure -> !(failure instanceof Unreadable || failure instanceof UncheckedIOException))
                .transform(Incoming::notThoughtOf)
                .chain(inbound -> intake.accept(inbound, raw))
                .map(Taken::of);
    }

    private static Unreadable notThoughtOf(Throwable failure) {
        Log.warnf(failure, "A webhook's message could not be understood and is set aside");
        return new Unreadable("Firth could not read it: " + failure.getMessage());
    }

    private Uni<Taken> setAside(RawInput raw, String reason) {
        return intake.setAside(raw, reason).map(kept -> new Taken(null, false, reason));
    }

    private Uni<Inbound> receipt(Events events, Account account, Payload.Receipt receipt) {
        return receipt.conversation() == null
                ? Uni.createFrom().item(() -> events.receipt(receipt))
                : conversation(account, receipt.conversation()).map(ours -> events.receipt(receipt));
    }

    private Uni<Taken> tell(Account account, Payload.Typing one) {
        return conversation(account, Given.there("conversation", one.conversation()))
                .invoke(conversation -> typing.fire(new Typing(
                        conversation.id(),
                        Actor.customer(conversation.place().contact()),
                        !Boolean.FALSE.equals(one.on()))))
                .replaceWith(Taken.HEARD);
    }

    /** One of this account: another's is none of its business, and does not exist. */
    private Uni<Conversation> conversation(Account account, UUID id) {
        return journal.conversation(id)
                .onItem()
                .transform(found -> {
                    if (!found.place().account().equals(account.id())) {
                        throw new NotFound("conversation", id);
                    }
                    return found;
                })
                .onFailure(NotFound.class)
                .transform(none -> new Unreadable(String.valueOf(none.getMessage())));
    }
}
