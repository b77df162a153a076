package io.firth.suggestion.bank;

import io.firth.suggestion.approved.ApprovedQuestions.Approved;
import io.firth.suggestion.past.PastQuestions.Read;
import io.firth.suggestion.redact.Sample;
import io.firth.suggestion.redact.Template;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Replies that say the same to questions that ask the same, as one; or one that somebody approved.
 *
 * @param id by which it is known; made from its first question, so that it stays while others join
 * @param names all ids that it may have been known by while it was smaller
 * @param template how it is put
 * @param times how many replies there are
 * @param agents who wrote them
 * @param lastAt when the last one was written, or it was approved
 * @param conversations the numbers of those with the last ones, the last first
 */
record Answer(
        UUID id,
        Set<UUID> names,
        Template template,
        int times,
        Set<UUID> agents,
        Instant lastAt,
        List<Long> conversations) {

    private static final int SOURCES = 3;

    Answer {
        names = Set.copyOf(names);
        agents = Set.copyOf(agents);
        conversations = List.copyOf(conversations);
    }

    /** @param group the oldest first; not empty */
    static Answer of(List<Read> group) {
        var newestFirst = group.reversed();
        var template = Template.of(newestFirst.stream()
                .map(each -> new Sample(each.past().answer(), each.contact().toString()))
                .toList());
        var names = group.stream().map(Answer::name).toList();
        return new Answer(
                names.getFirst(),
                Set.copyOf(names),
                template,
                group.size(),
                group.stream()
                        .flatMap(each -> Stream.ofNullable(each.past().agent()))
                        .collect(Collectors.toSet()),
                newestFirst.getFirst().past().at(),
                newestFirst.stream()
                        .map(Read::conversation)
                        .distinct()
                        .limit(SOURCES)
                        .toList());
    }

    static Answer of(Approved approved) {
        return new Answer(
                approved.id(),
                Set.of(approved.id()),
                Template.approved(approved.text(), 0, approved.customers()),
                0,
                Set.of(),
                approved.changedAt(),
                List.of());
    }

    /** This one of the past, as somebody has approved it. */
    Answer approvedAs(Approved approved) {
        return new Answer(
                approved.id(),
                Stream.concat(names.stream(), Stream.of(approved.id())).collect(Collectors.toSet()),
                Template.approved(approved.text(), times, approved.customers()),
                times,
                agents,
                lastAt,
                conversations);
    }

    private static UUID name(Read read) {
        var name = read.conversation() + " " + read.past().question();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
