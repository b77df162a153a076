package io.firth.channel.chat.visitor;

import io.firth.conversation.Actor;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A conversation as its visitor saw it, as text; at most one in ten minutes for each. */
@Singleton
public class Transcripts {

    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final int LONGEST = 1000;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String CLAIM = """
        update visitor set transcript_at = now()
        where id = $1 and (transcript_at is null or transcript_at < now() - $2 * interval '1 second')
        """;

    private final Pool pool;
    private final Journal journal;
    private final Conversations conversations;
    private final Directory directory;

    Transcripts(Pool pool, Journal journal, Conversations conversations, Directory directory) {
        this.pool = pool;
        this.journal = journal;
        this.conversations = conversations;
        this.directory = directory;
    }

    /** @return false where one was sent a moment ago */
    public Uni<Boolean> claim(UUID visitor) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(visitor, PAUSE.toSeconds()))
                .map(rows -> rows.rowCount() == 1);
    }

    /** Empty while nobody of the team has written. What was merged into it is in its place. */
    public Uni<Optional<String>> text(Visitor visitor, UUID conversation) {
        return conversations
                .mergedInto(visitor, conversation)
                .chain(earlier -> conversations.of(visitor, conversation).map(now -> {
                    var all = new ArrayList<>(earlier);
                    now.ifPresent(all::add);
                    return all;
                }))
                .toMulti()
                .flatMap(all -> Multi.createFrom().iterable(all))
                .onItem()
                .transformToUniAndConcatenate(this::seen)
                .collect()
                .asList()
                .map(parts -> parts.stream()
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(each -> each.entry().at()))
                        .toList())
                .map(seen -> seen.stream().anyMatch(Transcripts::isOurs)
                        ? Optional.of(text(seen, visitor))
                        : Optional.empty());
    }

    private Uni<List<Recorded>> seen(Visitor there) {
        return journal.of(Objects.requireNonNull(there.current()).conversation(), 0, LONGEST)
                .map(recorded -> recorded.stream()
                        .filter(each -> there.sees(each.entry().interaction()))
                        .toList());
    }

    private String text(List<Recorded> seen, Visitor visitor) {
        return seen.stream().map(each -> text(each, visitor)).collect(Collectors.joining("\n\n"));
    }

    private String text(Recorded recorded, Visitor visitor) {
        var entry = recorded.entry();
        var message = (Message) entry.interaction();
        var files = message.content().attachments().stream()
                .map(file -> "\n[" + file.name() + "]")
                .collect(Collectors.joining());
        return writer(entry.actor(), visitor) + ", " + TIME.format(entry.at()) + "\n"
                + message.content().text() + files;
    }

    private String writer(Actor actor, Visitor visitor) {
        if (actor.kind() == Actor.Kind.CUSTOMER) {
            return visitor.name() == null ? "You" : visitor.name();
        }
        var agent = actor.id();
        return agent == null
                ? "Automated assistant"
                : directory.agent(agent).map(Agent::name).orElse("?");
    }

    private static boolean isOurs(Recorded recorded) {
        return recorded.entry().interaction() instanceof Message message && message.direction() == Direction.OUT;
    }
}
