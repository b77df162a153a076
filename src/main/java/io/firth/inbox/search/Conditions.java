package io.firth.inbox.search;

import io.firth.conversation.Category;
import io.firth.customer.Contacts;
import io.firth.inbox.Patterns;
import io.firth.staff.Access;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is asked for, as conditions of a statement. Whatever comes from outside becomes a bound value; the text is made of
 * constants only.
 *
 * @param binds those so far, to which every condition adds its own
 */
record Conditions(Asked asked, Access access, ZoneId zone, List<Object> binds) {

    Conditions(Asked asked, Access access, ZoneId zone) {
        this(asked, access, zone, new ArrayList<>());
    }

    String bind(Object value) {
        binds.add(value);
        return "$" + binds.size();
    }

    /** Of messages {@code m}: that their words are there by their beginnings. */
    String inWords() {
        var query = texts().stream().map(Conditions::query).collect(Collectors.joining(" & "));
        return query.isEmpty() ? "true" : "m.words @@ to_tsquery('simple', %s)".formatted(bind(query));
    }

    /** Of messages {@code m}: that all words are in the title, where names and addresses stand, by any part of them. */
    String inTitle() {
        return texts().stream()
                .map(text -> "m.title like " + bind(Patterns.part(text.written())))
                .collect(Collectors.joining(" and "));
    }

    /** Of messages {@code m}: that they are as asked, whatever their words. */
    String ofMessage() {
        var all = new ArrayList<String>(List.of("true"));
        for (var wish : asked.wishes()) {
            switch (wish) {
                case Wish.From(var who) -> all.add("m.author like " + bind(Patterns.part(Words.folded(who))));
                case Wish.Before(var day) ->
                    all.add("m.at < " + bind(day.atStartOfDay(zone).toOffsetDateTime()));
                case Wish.After(var day) ->
                    all.add("m.at >= " + bind(day.atStartOfDay(zone).toOffsetDateTime()));
                case Wish.WithFile file -> all.add("m.has_file");
                case Wish.Text text -> {}
                case Wish.Tagged tagged -> {}
                case Wish.Inbox inbox -> {}
                case Wish.Is is -> {}
                case Wish.Assignee assignee -> {}
            }
        }
        return String.join(" and ", all);
    }

    /** Of conversations {@code c}: that the agent may see them, and that they are as asked. */
    String ofConversation() {
        var all = new ArrayList<String>();
        all.add(Access.condition("c.", binds.size() + 1));
        binds.addAll(access.binds());
        all.add(category());
        for (var wish : asked.wishes()) {
            switch (wish) {
                case Wish.Tagged(var label) ->
                    all.add("exists (select from jsonb_array_elements_text(c.labels) as l(name)"
                            + " where folded(l.name) = folded(%s))".formatted(bind(label)));
                case Wish.Inbox(var name) -> all.add(inbox(name));
                case Wish.Assignee(var who) -> all.add(assignee(who));
                default -> {}
            }
        }
        return String.join(" and ", all);
    }

    /** The contacts, by what they are called now and all their addresses, that have all the words in one of these. */
    String people() {
        return texts().stream()
                .map(text -> Contacts.named(bind(Patterns.part(text.written()))))
                .collect(Collectors.joining(") intersect (", "(", ")"));
    }

    private static String query(Wish.Text text) {
        return text.words().stream().collect(Collectors.joining(" <-> ", "", text.whole() ? "" : ":*"));
    }

    private String category() {
        var wanted = asked.all(Wish.Is.class).stream()
                .map(is -> is.category().name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
        return wanted.length == 0
                ? "c.category <> '" + Category.SPAM.name().toLowerCase(Locale.ROOT) + "'"
                : "c.category = any(" + bind(wanted) + ")";
    }

    private String inbox(String name) {
        return """
                c.account in (select a.id from channel_account a
                  where folded(a.name) like folded(%1$s) or a.address like lower(%1$s) or a.channel = lower(%2$s))""".formatted(bind(Patterns.part(name)), bind(name));
    }

    private String assignee(String who) {
        return switch (who.toLowerCase(Locale.ROOT)) {
            case "me" -> "c.assignee = " + bind(access.agent());
            case "none" -> "c.assignee is null";
            default ->
                "c.assignee in (select a.id from agent a where folded(a.name) like folded(%s))"
                        .formatted(bind(Patterns.part(who)));
        };
    }

    private List<Wish.Text> texts() {
        return asked.all(Wish.Text.class);
    }
}
