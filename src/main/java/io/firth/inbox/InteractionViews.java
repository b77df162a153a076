package io.firth.inbox;

import io.firth.conversation.Actor;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Delivery;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Labelled;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Note;
import io.firth.conversation.Interaction.Prioritised;
import io.firth.conversation.Interaction.SendStopped;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.Origin;
import io.firth.inbox.InteractionView.AttachmentView;
import io.firth.inbox.InteractionView.Body;
import io.firth.inbox.InteractionView.DeliveryView;
import io.firth.inbox.InteractionView.PartView;
import io.firth.inbox.InteractionView.Who;
import io.firth.inbox.Item.Named;
import io.firth.journal.InteractionJson;
import io.firth.journal.Recorded;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.staff.Team;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Shows what the journal holds to people: with names, with addresses of files, and with how far each sending came. */
@Singleton
public class InteractionViews {

    private final Directory directory;

    InteractionViews(Directory directory) {
        this.directory = directory;
    }

    /** @param recorded of one conversation, in order: what is said of deliveries among them is shown on their messages too */
    public List<InteractionView> of(List<Recorded> recorded) {
        Map<Integer, Delivery> deliveries = new HashMap<>();
        for (var each : recorded) {
            if (each.entry().interaction() instanceof Delivery delivery) {
                deliveries.put(delivery.message(), delivery);
            }
        }
        return recorded.stream().map(each -> view(each, deliveries)).toList();
    }

    /** One interaction as it was when it happened. */
    public InteractionView of(Recorded recorded) {
        return view(recorded, Map.of());
    }

    private InteractionView view(Recorded recorded, Map<Integer, Delivery> deliveries) {
        var entry = recorded.entry();
        var interaction = entry.interaction();
        return new InteractionView(
                entry.seq(),
                recorded.position(),
                InteractionJson.type(interaction),
                entry.at(),
                who(entry.actor(), interaction),
                interaction.isPublic(),
                recorded.imported(),
                body(recorded, interaction, deliveries));
    }

    private Body body(Recorded recorded, Interaction interaction, Map<Integer, Delivery> deliveries) {
        return switch (interaction) {
            case Message message ->
                message(recorded, message, deliveries.get(recorded.entry().seq()));
            case Note(var content) ->
                new InteractionView.NoteBody(
                        content.text(), content.quoted(), html(recorded, content), attachments(recorded, content));
            case StatusChanged(var status, var until, var reason) ->
                new InteractionView.StatusBody(status.id(), word(status.category()), until, reason);
            case Assigned(var agent, var team) -> new InteractionView.AssignedBody(agent(agent), team(team));
            case Labelled(var added, var removed) -> new InteractionView.LabelledBody(added, removed);
            case Prioritised(var priority) -> new InteractionView.PrioritisedBody(priority);
            case Delivery(var message, var state, var detail, var externalId) ->
                new InteractionView.DeliveryBody(message, state, detail, mailUrl(recorded, message, state));
            case Interaction.Edited(var message, var content) ->
                new InteractionView.EditedBody(
                        message,
                        content.text(),
                        content.quoted(),
                        html(recorded, content),
                        attachments(recorded, content),
                        parts(content));
            case Interaction.Removed(var message) -> new InteractionView.RemovedBody(message);
            case Interaction.Reacted(var message, var by, var emoji, var on) ->
                new InteractionView.ReactedBody(message, by, emoji, on);
            case Interaction.Merged merged -> new InteractionView.MergedBody(merged.from(), merged.number());
            case Interaction.MergedInto(var into, var number) -> new InteractionView.MergedIntoBody(into, number);
            case Interaction.Separated(var other, var number) -> new InteractionView.SeparatedBody(other, number);
            case Interaction.Rated rated -> rated(rated);
            case Interaction.HandedOver(var reason) -> new InteractionView.HandedOverBody(reason);
            case Interaction.Suggested(var message, var offers) -> new InteractionView.SuggestedBody(message, offers);
            case Interaction.SuggestionUsed(var message, var suggested, var answer, var similarity) ->
                new InteractionView.SuggestionUsedBody(message, suggested, answer, similarity);
            case Interaction.SuggestionDismissed(var suggested, var answer) ->
                new InteractionView.SuggestionDismissedBody(suggested, answer);
            case SendStopped(var collision, var baseSeq, var lastPublicSeq) ->
                new InteractionView.SendStoppedBody(collision, baseSeq, lastPublicSeq);
        };
    }

    private static Body rated(Interaction.Rated rated) {
        return new InteractionView.RatedBody(
                rated.survey(),
                rated.scale(),
                rated.score(),
                rated.comment(),
                rated.resolution(),
                rated.asked(),
                rated.solved(),
                rated.helpful(),
                rated.comesBack(),
                rated.wording(),
                rated.language());
    }

    private Body message(Recorded recorded, Message message, @Nullable Delivery delivery) {
        return new InteractionView.MessageBody(
                message.direction(),
                message.origin(),
                message.from(),
                message.to(),
                message.cc(),
                message.content().text(),
                message.content().quoted(),
                html(recorded, message.content()),
                attachments(recorded, message.content()),
                message.externalId(),
                message.unverified(),
                message.bcc(),
                message.trust(),
                message.kind(),
                parts(message.content()),
                delivery(recorded, message, delivery));
    }

    private static List<PartView> parts(Content content) {
        return content.parts().stream()
                .map(part -> new PartView(InteractionJson.kind(part), part))
                .toList();
    }

    private static @Nullable DeliveryView delivery(Recorded recorded, Message message, @Nullable Delivery delivery) {
        if (message.direction() == Direction.IN || message.origin() == Origin.ECHO || recorded.imported()) {
            return null;
        }
        if (delivery == null) {
            return new DeliveryView(DeliveryState.PENDING, null, null);
        }
        var url = mailUrl(recorded, delivery.message(), delivery.state());
        return new DeliveryView(delivery.state(), delivery.detail(), url);
    }

    private static @Nullable String mailUrl(Recorded recorded, int message, DeliveryState state) {
        return state == DeliveryState.CAPTURED ? address(recorded, message) + "/mail" : null;
    }

    /** Images that came with a message are named in its HTML by their content ids. */
    private static @Nullable String html(Recorded recorded, Content content) {
        var html = content.html();
        if (html == null) {
            return null;
        }
        for (int i = 0; i < content.attachments().size(); i++) {
            var contentId = content.attachments().get(i).contentId();
            if (contentId != null) {
                html = html.replace("\"cid:" + contentId + "\"", "\"" + attachmentUrl(recorded, i + 1) + "?inline\"");
            }
        }
        return html;
    }

    private static List<AttachmentView> attachments(Recorded recorded, Content content) {
        var html = content.html();
        var views = new ArrayList<AttachmentView>();
        for (Attachment attachment : content.attachments()) {
            var n = views.size() + 1;
            var contentId = attachment.contentId();
            var inline = html != null && contentId != null && html.contains("cid:" + contentId);
            views.add(new AttachmentView(
                    n,
                    attachment.name(),
                    attachment.mediaType(),
                    attachment.size(),
                    attachmentUrl(recorded, n),
                    inline));
        }
        return views;
    }

    private static String attachmentUrl(Recorded recorded, int n) {
        return address(recorded, recorded.entry().seq()) + "/attachments/" + n;
    }

    private static String address(Recorded recorded, int seq) {
        return "/api/conversations/%s/interactions/%d".formatted(recorded.conversation(), seq);
    }

    private Who who(Actor actor, Interaction interaction) {
        var id = actor.id();
        var name =
                switch (actor.kind()) {
                    case AGENT ->
                        id == null ? null : directory.agent(id).map(Agent::name).orElse(null);
                    case CUSTOMER ->
                        interaction instanceof Message message ? message.from().name() : null;
                    case BOT, SYSTEM -> null;
                };
        return new Who(word(actor.kind()), id, name);
    }

    private @Nullable Named agent(@Nullable UUID id) {
        return id == null
                ? null
                : new Named(id, directory.agent(id).map(Agent::name).orElse("?"));
    }

    private @Nullable Named team(@Nullable UUID id) {
        return id == null
                ? null
                : new Named(id, directory.team(id).map(Team::name).orElse("?"));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
