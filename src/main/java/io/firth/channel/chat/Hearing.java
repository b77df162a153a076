package io.firth.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.firth.channel.Accepted;
import io.firth.channel.Vitals;
import io.firth.channel.chat.Visit.Said;
import io.firth.channel.chat.message.Allowance;
import io.firth.channel.chat.message.Refusal;
import io.firth.channel.chat.message.Taking;
import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.protocol.Frames;
import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.site.Sites;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Actor;
import io.firth.conversation.Typing;
import io.firth.staff.Token;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** What panels say, carried out: what has an order one after the other, the rest at once. On the loop only. */
@Singleton
class Hearing {

    /** How often it is told that somebody still types. */
    private static final long TYPING_MS = 2000;

    private final Frames frames;
    private final Visits visits;
    private final Sites sites;
    private final Welcoming welcoming;
    private final Moving moving;
    private final Taking taking;
    private final Noting noting;
    private final Answering answering;
    private final Allowance allowance;
    private final Vitals vitals;
    private final Event<Typing> typing;
    private final ChatConfig config;
    private final Loop loop;

    Hearing(
            Frames frames,
            Visits visits,
            Sites sites,
            Welcoming welcoming,
            Moving moving,
            Taking taking,
            Noting noting,
            Answering answering,
            Allowance allowance,
            Vitals vitals,
            Event<Typing> typing,
            ChatConfig config,
            Loop loop) {
        this.frames = frames;
        this.visits = visits;
        this.sites = sites;
        this.welcoming = welcoming;
        this.moving = moving;
        this.taking = taking;
        this.noting = noting;
        this.answering = answering;
        this.allowance = allowance;
        this.vitals = vitals;
        this.typing = typing;
        this.config = config;
        this.loop = loop;
    }

    void said(Visit visit, String text) {
        if (!visit.heard(System.currentTimeMillis(), config.frames())) {
            visits.end(visit, "rate", 4008, 5);
            return;
        }
        try {
            hear(visit, new Said(frames.request(text), text));
        } catch (JsonProcessingException malformed) {
            visits.tell(visit, new Frame.Error("malformed", "This is no request that this socket knows."));
        }
    }

    /** Nobody types any more where the socket is gone. */
    void gone(Visit visit) {
        if (visit.typing) {
            type(visit, false);
        }
    }

    private void hear(Visit visit, Said said) {
        switch (said.request()) {
            case Request.Pong pong -> {}
            case Request.Typing(var on) -> type(visit, on);
            case Request.Read(var seq) -> noting.read(visit, seq);
            case Request.Hello hello -> inOrder(visit, said);
            case Request.Message message -> inOrder(visit, said);
            case Request.Described described -> inOrder(visit, said);
            case Request.Human human -> inOrder(visit, said);
            case Request.Rating rating -> inOrder(visit, said);
            case Request.Reopening reopening -> inOrder(visit, said);
        }
    }

    private void inOrder(Visit visit, Said said) {
        if (visit.await(said)) {
            next(visit);
        } else if (said.request() instanceof Request.Message message) {
            refuse(visit, message, Refusal.forNow("busy", "One after the other; it is sent in a moment.", 2));
        } else {
            visits.end(visit, "rate", 4008, 5);
        }
    }

    private void next(Visit visit) {
        var said = visit.taking || !visits.has(visit) ? null : visit.next();
        if (said == null) {
            return;
        }
        visit.taking = true;
        carryOut(visit, said)
                .emitOn(loop)
                .onTermination()
                .invoke(() -> visit.taking = false)
                .subscribe()
                .with(done -> next(visit), failure -> failed(visit, failure));
    }

    /** The panel comes back, and says it again. */
    private void failed(Visit visit, Throwable failure) {
        Log.warnf(failure, "What a visitor's panel said could not be carried out");
        visits.lost(visit, failure);
    }

    private Uni<?> carryOut(Visit visit, Said said) {
        if (said.request() instanceof Request.Hello hello) {
            return hello(visit, hello);
        }
        if (!visit.hasBegun()) {
            visits.tell(visit, new Frame.Error("hello.first", "Say hello first."));
            return Uni.createFrom().voidItem();
        }
        if (said.request() instanceof Request.Message message) {
            return message(visit, message, said.text());
        }
        if (said.request() instanceof Request.Described described) {
            return describe(visit, described.profile());
        }
        if (said.request() instanceof Request.Rating rating) {
            return answering.rate(visit, rating);
        }
        if (said.request() instanceof Request.Reopening reopening) {
            return answering.reopen(visit, reopening);
        }
        noting.wantsPerson(visit);
        return Uni.createFrom().voidItem();
    }

    /** Nothing is kept of whom nothing is known yet: the panel says it again with the first message. */
    private Uni<?> describe(Visit visit, Request.Answers said) {
        var visitor = visit.visitor;
        return visitor == null
                ? Uni.createFrom().voidItem()
                : taking.describe(visitor, said)
                        .emitOn(loop)
                        .invoke(described -> known(visit, described, Optional.empty()));
    }

    private Uni<?> hello(Visit visit, Request.Hello hello) {
        var site = sites.find(hello.account());
        if (!allowance.mayArrive(visit.address)) {
            visits.end(visit, "rate", 4008, 10);
        } else if (site.isEmpty()) {
            visits.end(visit, "account", 4003, 60);
        } else if (visit.origin != null && !site.get().origins().allow(visit.origin)) {
            visits.end(visit, "origin", 4004, 60);
        } else {
            visit.begin(site.get());
            return welcoming
                    .find(site.get(), hello)
                    .emitOn(loop)
                    .invoke(found -> vitals.alive(site.get().account()))
                    .invoke(found -> moving.arrived(visit, hello, found));
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<?> message(Visit visit, Request.Message message, String text) {
        return taking.take(
                        sender(visit),
                        message,
                        text,
                        (visitor, token) -> loop.execute(() -> known(visit, visitor, token)))
                .emitOn(loop)
                .invoke(accepted -> belongs(visit, accepted))
                .onFailure(Refusal.class)
                .recoverWithUni(refusal -> {
                    refuse(visit, message, (Refusal) refusal);
                    return Uni.createFrom().nullItem();
                });
    }

    private static Taking.Sender sender(Visit visit) {
        return new Taking.Sender(
                Objects.requireNonNull(visit.site),
                visit.visitor,
                visit.identity,
                visit.id(),
                visit.address,
                visit.page);
    }

    /** Its event moves the panel there; one that was taken in before brings no event. */
    private void belongs(Visit visit, Accepted accepted) {
        var conversation = accepted.conversation();
        if (conversation != null && !visit.isAt(conversation)) {
            moving.to(visit, conversation);
        }
    }

    private void known(Visit visit, Visitor visitor, Optional<Token> token) {
        var before = visit.visitor;
        visit.visitor = visitor;
        token.ifPresent(fresh -> visits.tell(visit, new Frame.Fresh(fresh.text())));
        if (before == null || !Objects.equals(person(before), person(visitor))) {
            visits.state(visit, "visitor", person(visitor));
        }
    }

    private void refuse(Visit visit, Request.Message message, Refusal refusal) {
        visits.tell(
                visit,
                new Frame.Refused(
                        message.id(), refusal.code(), String.valueOf(refusal.getMessage()), refusal.retryAfter()));
    }

    private void type(Visit visit, boolean on) {
        var conversation = visit.conversation;
        var now = System.currentTimeMillis();
        if (conversation == null || on == visit.typing && (!on || now - visit.typedAt < TYPING_MS)) {
            return;
        }
        visit.typing = on;
        visit.typedAt = now;
        try {
            typing.fire(new Typing(
                    conversation.id(), Actor.customer(conversation.place().contact()), on));
        } catch (RuntimeException unheard) {
            Log.warnf(unheard, "Nobody hears that a visitor types");
        }
    }

    static Frame.Person person(Visitor visitor) {
        return new Frame.Person(visitor.name(), visitor.email(), visitor.isVerified());
    }
}
