package io.firth.exchange.imports;

import io.firth.conversation.Category;
import io.firth.conversation.Priority;
import io.firth.exchange.imports.Line.Named;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Line.Who;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of lines, each with what it has to hold. */
final class Kinds {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_LABEL = 60;
    private static final int MOST_LABELS = 50;
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_TEAM = 100;

    /** Reads what only lines of one type have. */
    @FunctionalInterface
    interface Kind {
        What read(Fields line, @Nullable Who from);
    }

    private static final Map<String, Kind> ALL = Map.of(
            "message", (line, from) -> message(line, somebody(from)),
            "note", (line, from) -> note(line, somebody(from)),
            "status", (line, from) -> status(line),
            "assign", (line, from) -> assign(line),
            "label", (line, from) -> label(line),
            "priority", (line, from) -> priority(line),
            "rating", (line, from) -> Ratings.read(line, somebody(from)),
            "bot", (line, from) -> new What.BotMessage(Wording.read(line)),
            "handover", (line, from) -> new What.Handover(line.line("reason", LONGEST_REASON)),
            "customer_event", (line, from) -> Events.read(line, somebody(from)));

    private Kinds() {}

    static Kind of(String type) {
        var kind = ALL.get(type);
        if (kind == null) {
            throw new Unfit("`type` is `%s`; it may be %s".formatted(type, among(ALL.keySet())));
        }
        return kind;
    }

    static String among(Collection<String> words) {
        var sorted = List.copyOf(new TreeSet<>(words));
        var last = sorted.getLast();
        return sorted.size() == 1 ? last : String.join(", ", sorted.subList(0, sorted.size() - 1)) + " or " + last;
    }

    private static Who somebody(@Nullable Who from) {
        if (from == null) {
            throw new Unfit("`from` is missing: neither a customer nor an agent is named");
        }
        return from;
    }

    private static What message(Fields line, Who from) {
        return new What.Message(Wording.read(line));
    }

    private static What note(Fields line, Who from) {
        if (!(from instanceof Who.Colleague)) {
            throw new Unfit("a note is an agent's, not a customer's");
        }
        return new What.Note(Wording.read(line));
    }

    private static What status(Fields line) {
        var category = word(Category.class, line, "status");
        var until = LineReader.until(line);
        if (until != null && category != Category.SNOOZED) {
            throw new Unfit("`until` goes with the status snoozed only");
        }
        return new What.Status(category, until, line.line("reason", LONGEST_REASON));
    }

    private static What assign(Fields line) {
        if (!line.has("agent") && !line.has("team")) {
            throw new Unfit("neither `agent` nor `team` is there");
        }
        var agent = line.line("agent", LONGEST_ADDRESS);
        return new What.Assign(
                new Named(line.has("agent"), agent == null ? null : People.email(agent, "agent")),
                new Named(line.has("team"), line.line("team", LONGEST_TEAM)));
    }

    private static What label(Fields line) {
        var add = new TreeSet<>(line.lines("add", MOST_LABELS, LONGEST_LABEL));
        var remove = new TreeSet<>(line.lines("remove", MOST_LABELS, LONGEST_LABEL));
        if (add.isEmpty() && remove.isEmpty()) {
            throw new Unfit("neither `add` nor `remove` names a label");
        }
        remove.removeAll(add);
        return new What.Label(add, remove);
    }

    private static What priority(Fields line) {
        return new What.Prioritise(word(Priority.class, line, "priority"));
    }

    private static <E extends Enum<E>> E word(Class<E> type, Fields line, String name) {
        var word = line.required(name, LONGEST_REASON);
        var words = Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(each -> each.name().toLowerCase(Locale.ROOT), each -> each));
        var found = words.get(word);
        if (found == null) {
            throw new Unfit("`%s` is `%s`; it may be %s".formatted(name, word, among(words.keySet())));
        }
        return found;
    }
}
