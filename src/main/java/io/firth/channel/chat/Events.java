package io.firth.channel.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firth.channel.chat.protocol.Frame;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Actor;
import io.firth.conversation.Category;
import io.firth.conversation.Content;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Edited;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Interaction.Removed;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.Part;
import io.firth.http.foreign.MediaTypes;
import io.firth.journal.Recorded;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a visitor's words. Of messages and what changed them it tells whatever it is given: {@link Sight} knows what
 * they may know.
 */
@Singleton
class Events {

    private final Directory directory;

    Events(Directory directory) {
        this.directory = directory;
    }

    /** @param from {@code visitor}, {@code agent} or {@code bot} */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(
            String from,
            @Nullable String name,
            @Nullable String clientId,
            String text,
            List<File> attachments,
            List<PartView> parts) {}

    /** @param url complete, for whoever shows the token */
    record File(int n, String name, String mediaType, long size, String url, boolean inline) {}

    record Changed(int message, String text, List<File> attachments, List<PartView> parts) {}

    /** A part with the name of its kind. */
    record PartView(String kind, @JsonUnwrapped Part part) {}

    record Gone(int message) {}

    /** What they answered before; their words are not shown again. @param unsolved whether they said so */
    record Answered(UUID asked, int score, boolean unsolved) {}

    record Standing(boolean open) {}

    Optional<Frame> of(Recorded recorded, Visitor visitor) {
        return switch (recorded.entry().interaction()) {
            case Message message -> event(recorded, "message", said(recorded, message, visitor));
            case Edited(var message, var content) ->
                event(recorded, "edited", changed(recorded, message, content, visitor));
            case Removed(var message) -> event(recorded, "removed", new Gone(message));
            case StatusChanged(var status, var until, var reason) ->
                event(recorded, "status", new Standing(status.category() != Category.RESOLVED));
            case Rated rated
            when rated.asked() != null ->
                event(
                        recorded,
                        "rated",
                        new Answered(rated.asked(), rated.score(), Boolean.FALSE.equals(rated.solved())));
            default -> Optional.empty();
        };
    }

    private static Optional<Frame> event(Recorded recorded, String type, Object data) {
        var entry = recorded.entry();
        return Optional.of(new Frame.Event(entry.seq(), entry.at(), type, data));
    }

    private Said said(Recorded recorded, Message message, Visitor visitor) {
        var actor = recorded.entry().actor();
        var isTheirs = message.direction() == Direction.IN;
        return new Said(
                isTheirs ? "visitor" : actor.kind() == Actor.Kind.AGENT ? "agent" : "bot",
                isTheirs ? null : name(actor),
                isTheirs ? clientId(message, visitor) : null,
                message.content().text(),
                files(recorded, recorded.entry().seq(), message.content(), visitor),
                isTheirs ? List.of() : parts(message.content()));
    }

    private static Changed changed(Recorded recorded, int message, Content content, Visitor visitor) {
        return new Changed(message, content.text(), files(recorded, message, content, visitor), parts(content));
    }

    private @Nullable String name(Actor actor) {
        var agent = actor.id();
        return agent == null ? null : directory.agent(agent).map(Agent::name).orElse(null);
    }

    /** The id that the panel gave it, by which it knows its own message again. */
    private static @Nullable String clientId(Message message, Visitor visitor) {
        var id = message.externalId();
        return id == null || !message.from().kind().equals(Visitor.KIND) ? null : id.substring(id.indexOf('/') + 1);
    }

    private static List<File> files(Recorded recorded, int seq, Content content, Visitor visitor) {
        var attachments = content.attachments();
        return IntStream.rangeClosed(1, attachments.size())
                .mapToObj(n -> {
                    var file = attachments.get(n - 1);
                    return new File(
                            n,
                            file.name(),
                            file.mediaType(),
                            file.size(),
                            "/widget/%s/files/%d/%d?conversation=%s"
                                    .formatted(visitor.account(), seq, n, recorded.conversation()),
                            MediaTypes.isShown(file.mediaType()));
                })
                .toList();
    }

    private static List<PartView> parts(Content content) {
        return content.parts().stream()
                .map(part -> new PartView(kind(part), part))
                .toList();
    }

    private static String kind(Part part) {
        return switch (part) {
            case Part.Location location -> "location";
            case Part.Card card -> "card";
            case Part.Choice choice -> "choice";
            case Part.Quote quote -> "quote";
            case Part.Survey survey -> "survey";
            case Part.Unsupported unsupported -> "unsupported";
        };
    }
}
