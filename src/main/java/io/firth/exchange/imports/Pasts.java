package io.firth.exchange.imports;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Assigned;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Status;
import io.firth.exchange.imports.Line.Named;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Line.Who;
import io.firth.exchange.imports.Pages.Entry;
import io.firth.journal.Past;
import io.firth.journal.Past.Birth;
import io.firth.journal.Past.By;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a line says, in the journal's own words. */
@Singleton
class Pasts {

    private final Contents contents;

    Pasts(Contents contents) {
        this.contents = contents;
    }

    Past of(Line line, Entry entry, Here here) {
        var conversation = line.conversation();
        if (conversation == null) {
            throw new IllegalStateException("A line without its conversation");
        }
        var birth = new Birth(
                here.account(entry.channel()),
                entry.channel(),
                Objects.requireNonNullElse(entry.subject(), ""),
                entry.customer());
        return new Past(line.key(), conversation, birth, line.at(), by(line, here), command(line, here), line.names());
    }

    private static By by(Line line, Here here) {
        return switch (line.from()) {
            case Who.Customer(var address) -> new By.Customer(address);
            case Who.Colleague(var email, var name) -> new By.Ours(Actor.agent(here.agent(email)));
            case null -> new By.Ours(isBots(line.what()) ? Actor.BOT : Actor.SYSTEM);
        };
    }

    private static boolean isBots(What what) {
        return what instanceof What.BotMessage || what instanceof What.Handover;
    }

    private Command command(Line line, Here here) {
        return switch (line.what()) {
            case What.Message(var words) -> recall(message(line, contents.of(words)));
            case What.BotMessage(var words) -> recall(message(line, contents.of(words)));
            case What.Note(var words) -> recall(new Interaction.Note(contents.of(words)));
            case What.Status(var category, var until, var reason) ->
                recall(new Interaction.StatusChanged(Status.of(category), until, reason));
            case What.Assign(var agent, var team) -> assign(agent, team, here);
            case What.Label(var add, var remove) -> recall(new Interaction.Labelled(add, remove));
            case What.Prioritise(var priority) -> recall(new Interaction.Prioritised(priority));
            case What.Rating(var rated) -> recall(rated);
            case What.Handover(var reason) -> recall(new Interaction.HandedOver(reason));
            case What.Event event -> throw new IllegalStateException("A customer event happens in no conversation");
        };
    }

    private static Command assign(Named agent, Named team, Here here) {
        if (!team.isNamed()) {
            return new Command.Assign(here.agent(agent));
        }
        return agent.isNamed()
                ? recall(new Assigned(here.agent(agent), here.team(team)))
                : new Command.AssignTeam(here.team(team));
    }

    /** Whom an answer went to is added where it is told, if the line does not say. */
    private static Message message(Line line, Content content) {
        var from = line.from();
        var direction = from instanceof Who.Customer ? Direction.IN : Direction.OUT;
        return new Message(
                direction,
                Origin.HUMAN,
                author(from),
                recipients(direction, line.to()),
                List.of(),
                content,
                line.messageId(),
                false,
                List.of(),
                null,
                MessageKind.DIRECT);
    }

    private static List<Address> recipients(Direction direction, @Nullable Address to) {
        return direction == Direction.OUT && to != null ? List.of(to) : List.of();
    }

    private static Address author(@Nullable Who from) {
        return switch (from) {
            case Who.Customer(var address) -> address;
            case Who.Colleague(var email, var name) -> Address.email(email, name);
            case null -> new Address("bot", "bot", null);
        };
    }

    private static Command recall(Interaction happened) {
        return new Command.Recall(happened);
    }
}
