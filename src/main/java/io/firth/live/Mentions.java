package io.firth.live;

import io.firth.conversation.Conversation;
import io.firth.conversation.Interaction.Note;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Tells agents whose page is open that a note names them ({@code @Anna}). On the hub's context only. */
final class Mentions {

    private static final int LONGEST = 160;

    private final Journal journal;
    private final Directory directory;
    private final Pages pages;
    private final Executor hub;

    Mentions(Journal journal, Directory directory, Pages pages, Executor hub) {
        this.journal = journal;
        this.directory = directory;
        this.pages = pages;
        this.hub = hub;
    }

    /** @param by the name of who wrote the note; @param text its beginning */
    record Mention(int seq, long number, @Nullable String by, String text) {}

    void happened(List<Recorded> chunk) {
        for (var recorded : chunk) {
            if (!recorded.imported() && recorded.entry().interaction() instanceof Note(var content)) {
                var named = named(content.text(), directory.agents());
                named.removeIf(
                        agent -> agent.id().equals(recorded.entry().actor().id()) || !isThere(agent));
                if (!named.isEmpty()) {
                    tell(recorded, content.text(), named);
                }
            }
        }
    }

    /** Where one name begins with another, the longer one is meant. */
    static Set<Agent> named(String text, Iterable<Agent> agents) {
        var byLength = new ArrayList<Agent>();
        agents.forEach(byLength::add);
        byLength.sort(
                Comparator.comparingInt((Agent agent) -> agent.name().length()).reversed());
        var named = new LinkedHashSet<Agent>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            var begin = at + 1;
            var name = byLength.stream()
                    .filter(agent -> stands(text, begin, agent.name()))
                    .map(Agent::name)
                    .findFirst();
            name.ifPresent(it -> byLength.stream()
                    .filter(agent -> agent.active() && agent.name().equals(it))
                    .forEach(named::add));
        }
        return named;
    }

    private static boolean stands(String text, int at, String name) {
        var end = at + name.length();
        return text.regionMatches(true, at, name, 0, name.length())
                && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
    }

    private boolean isThere(Agent agent) {
        return pages.all().stream()
                .anyMatch(page -> page.me && page.access.agent().equals(agent.id()));
    }

    private void tell(Recorded recorded, String text, Set<Agent> named) {
        journal.conversation(recorded.conversation())
                .emitOn(hub)
                .subscribe()
                .with(
                        conversation -> tell(recorded, text, named, conversation),
                        failure -> Log.warnf("A mention is not told: %s", failure.getMessage()));
    }

    private void tell(Recorded recorded, String text, Set<Agent> named, Conversation conversation) {
        var frame = new Frame.State(
                "me", "mention:" + recorded.conversation(), mention(recorded, text), recorded.position());
        for (var page : pages.all()) {
            var meant = named.stream().anyMatch(agent -> agent.id().equals(page.access.agent()));
            if (page.me && meant && sees(page, conversation)) {
                pages.tell(page, frame);
            }
        }
    }

    private Mention mention(Recorded recorded, String text) {
        var author = recorded.entry().actor().id();
        var by =
                author == null ? null : directory.agent(author).map(Agent::name).orElse(null);
        var line = text.strip().replaceAll("\\s+", " ");
        return new Mention(recorded.entry().seq(), recorded.number(), by, head(line));
    }

    private static String head(String line) {
        var end = Math.min(line.length(), LONGEST);
        return line.substring(0, end < line.length() && Character.isLowSurrogate(line.charAt(end)) ? end - 1 : end);
    }

    private static boolean sees(Page page, Conversation conversation) {
        var assignment = conversation.assignment();
        return page.access.sees(assignment.team(), conversation.place().account(), assignment.agent());
    }
}
