package io.firth.live;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.Actor;
import io.firth.inbox.InteractionViews;
import io.firth.inbox.Item;
import io.firth.inbox.View;
import io.firth.journal.InteractionJson;
import io.firth.journal.Recorded;
import io.firth.presence.Presence;
import io.firth.presence.Presence.Present;
import io.firth.presence.State;
import io.firth.staff.Access;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns what is to be told into text. */
@Singleton
class Frames {

    private final ObjectMapper json;
    private final InteractionViews views;
    private final Presence presence;
    private final Directory directory;

    Frames(ObjectMapper json, InteractionViews views, Presence presence, Directory directory) {
        this.json = json;
        this.views = views;
        this.presence = presence;
        this.directory = directory;
    }

    /**
     * @param agent null for the customer
     * @param kind {@code agent} or {@code customer}; an empty name is that of the conversation's contact
     * @param draft whether it is an unsent draft that they compose
     */
    record Somebody(@Nullable UUID agent, Actor.Kind kind, String name, State state, Instant since, boolean draft) {}

    String text(Frame frame) {
        try {
            return json.writerFor(Frame.class).writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write a frame", e);
        }
    }

    Request request(String text) throws JsonProcessingException {
        @Nullable Request request = json.readValue(text, Request.class);
        if (request == null) {
            throw new JsonParseException(null, "Nothing is asked for.");
        }
        return request;
    }

    String event(Recorded recorded) {
        var entry = recorded.entry();
        return text(new Frame.Event(
                Stream.CONVERSATION + recorded.conversation(),
                entry.seq(),
                recorded.position(),
                InteractionJson.type(entry.interaction()),
                entry.at(),
                views.of(recorded)));
    }

    /** Null frames are for a conversation that is not, or no longer, in the view. */
    String feed(View view, Item item, boolean isThere) {
        return text(new Frame.State(
                Stream.FEED + view.word(), item.id().toString(), isThere ? item : null, item.position()));
    }

    String presence(UUID conversation, long position) {
        var people = presence.at(conversation).stream().map(this::somebody).toList();
        return text(new Frame.State("presence", conversation.toString(), people, position));
    }

    static boolean isThere(View view, Item item, Access access) {
        return access.sees(item.teamId(), item.account(), item.assigneeId())
                && view.includes(access.agent(), item.assigneeId(), item.teamId());
    }

    private Somebody somebody(Present present) {
        var agent = present.agent();
        var kind = agent == null ? Actor.Kind.CUSTOMER : Actor.Kind.AGENT;
        var name = agent == null ? "" : name(agent);
        return new Somebody(agent, kind, name, present.state(), present.since(), present.draft());
    }

    private String name(UUID agent) {
        return directory.agent(agent).map(Agent::name).orElse("?");
    }
}
