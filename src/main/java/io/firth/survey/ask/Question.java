package io.firth.survey.ask;

import io.firth.channel.Account;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Part;
import io.firth.journal.Work;
import io.firth.survey.Item;
import io.firth.survey.wording.Wording;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** The message that asks. It goes out as any other does, and is the same whenever it is written. */
record Question(Survey survey, Wording wording, Instant until, boolean reminder) {

    Work.Carry by(Account account, Address to) {
        var from = new Address(account.type().word(), account.address(), account.name());
        return new Work.Carry(
                survey.conversation(),
                Actor.SYSTEM,
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                survey.id(),
                reminder ? "remind" : "ask",
                List.of(new Command.Ask(content(), from, to)));
    }

    private Content content() {
        var part = new Part.Survey(
                survey.id(),
                "csat",
                survey.scale().word(),
                survey.items().stream().map(Item::word).toList(),
                wording.language(),
                Wording.VERSION,
                survey.occasion(),
                survey.resolution(),
                reminder,
                until);
        return new Content(wording.question(), "", null, List.of(), List.of(part));
    }
}
