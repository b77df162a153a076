package io.firth.channel.chat.departed;

import io.firth.channel.Outbound;
import io.firth.channel.Questions;
import io.firth.channel.Undeliverable;
import io.firth.channel.chat.departed.Unseen.Run;
import io.firth.channel.chat.site.Site;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a visitor has not seen, as one mail. */
@Singleton
class Letters {

    private static final int LONGEST_RUN = 200;

    private final Journal journal;
    private final Directory directory;
    private final Questions questions;

    Letters(Journal journal, Directory directory, Questions questions) {
        this.questions = questions;
        this.journal = journal;
        this.directory = directory;
    }

    /** The same mail, by its id, whenever this run is sent. Fails with {@link Undeliverable} where nothing is left of it. */
    Uni<Outbound> of(Site site, Run run) {
        return journal.conversation(run.conversation())
                .chain(conversation -> journal.of(run.conversation(), run.after(), LONGEST_RUN)
                        .map(recorded -> outbound(site, conversation, run, theirs(run, recorded))));
    }

    /** By what the mail about everything up to {@code seq} is known. */
    static String key(UUID conversation, int seq) {
        return "mailed %s %d".formatted(conversation, seq);
    }

    private static List<Recorded> theirs(Run run, List<Recorded> recorded) {
        return recorded.stream()
                .filter(each -> each.entry().seq() <= run.upTo())
                .filter(each -> each.entry().interaction() instanceof Message message
                        && message.direction() == Direction.OUT
                        && message.to().stream().anyMatch(to -> to.value().equals(run.address())))
                .toList();
    }

    private Outbound outbound(Site site, Conversation conversation, Run run, List<Recorded> ours) {
        if (ours.isEmpty()) {
            throw new Undeliverable("there is nothing in it any more.");
        }
        var files = new ArrayList<Attachment>();
        ours.forEach(each -> files.addAll(message(each).content().attachments()));
        return new Outbound(
                id(run),
                site.account(),
                run.conversation(),
                run.upTo(),
                Instant.now(),
                Optional.ofNullable(writer(ours.getLast())).orElse(site.name()),
                conversation.place().subject(),
                List.of(Address.email(run.email(), run.name())),
                List.of(),
                List.of(),
                content(site, ours, files),
                List.of(),
                ours.stream().allMatch(each -> message(each).origin() == Origin.AUTO_REPLY)
                        ? Origin.AUTO_REPLY
                        : Origin.HUMAN);
    }

    /** A question alone is a mail like any that asks it. */
    private Content content(Site site, List<Recorded> ours, List<Attachment> files) {
        var first = message(ours.getFirst()).content();
        return ours.size() == 1 && first.survey().isPresent()
                ? questions.asMail(site.account(), first)
                : new Content(text(site, ours), "", null, files);
    }

    private String text(Site site, List<Recorded> ours) {
        if (ours.size() == 1) {
            return message(ours.getFirst()).content().text();
        }
        var text = new StringBuilder();
        for (var each : ours) {
            var writer = writer(each);
            text.append(text.isEmpty() ? "" : "\n\n")
                    .append(writer == null ? "" : writer + ":\n")
                    .append(questions
                            .asMail(site.account(), message(each).content())
                            .text());
        }
        return text.toString();
    }

    private @Nullable String writer(Recorded recorded) {
        var agent = recorded.entry().actor().id();
        return agent == null ? null : directory.agent(agent).map(Agent::name).orElse(null);
    }

    private static Message message(Recorded recorded) {
        return (Message) recorded.entry().interaction();
    }

    private static UUID id(Run run) {
        return UUID.nameUUIDFromBytes(key(run.conversation(), run.upTo()).getBytes(StandardCharsets.UTF_8));
    }
}
