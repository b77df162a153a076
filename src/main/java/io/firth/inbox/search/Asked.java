package io.firth.inbox.search;

import io.firth.conversation.Category;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody searches for. Any text is a search: what is no operator with a value that makes sense is read as words.
 *
 * @param wishes all of which have to hold; several states ({@code is:}) are alternatives
 */
record Asked(List<Wish> wishes) {

    /** Each costs a look into an index; nobody types more. */
    private static final int MOST = 20;

    /** An operator and its value, a phrase, or a word. A quote that is never closed reaches to the end. */
    private static final Pattern TOKEN =
            Pattern.compile("(?U)(?:([a-zA-Z]{2,8}):)?(?:[\"“”„]([^\"“”„]*+)[\"“”„]?|([^\\s\"“”„]++))");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    Asked {
        wishes = List.copyOf(wishes);
    }

    static Asked of(String text) {
        var wishes = new ArrayList<Wish>();
        var tokens = TOKEN.matcher(text);
        while (tokens.find() && wishes.size() < MOST) {
            wish(tokens.group(), tokens.group(1), tokens.group(2), tokens.group(3))
                    .ifPresent(wishes::add);
        }
        return new Asked(wishes);
    }

    boolean isEmpty() {
        return wishes.isEmpty();
    }

    <W extends Wish> List<W> all(Class<W> kind) {
        return wishes.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    boolean isAboutMessages() {
        return wishes.stream().anyMatch(Wish::isOfMessage);
    }

    boolean hasText() {
        return !all(Wish.Text.class).isEmpty();
    }

    /** Whether of messages nothing but words is asked, so that a contact may answer too. */
    boolean isTextOnly() {
        return hasText() && wishes.stream().allMatch(wish -> wish instanceof Wish.Text || !wish.isOfMessage());
    }

    /** The number of a conversation, where nothing else is asked in words. */
    Optional<Long> number() {
        var texts = all(Wish.Text.class);
        return texts.size() == 1 && texts.getFirst().words().size() == 1
                ? texts.getFirst().words().stream()
                        .filter(NUMBER.asMatchPredicate())
                        .map(Long::valueOf)
                        .findFirst()
                : Optional.empty();
    }

    private static Optional<Wish> wish(
            String all, @Nullable String operator, @Nullable String phrase, @Nullable String word) {
        var value = phrase == null ? String.valueOf(word) : phrase;
        if (operator == null) {
            return text(value, phrase != null);
        }
        return operator(operator.toLowerCase(Locale.ROOT), value.strip()).or(() -> text(all, false));
    }

    private static Optional<Wish> operator(String operator, String value) {
        return switch (operator) {
            case "from" -> named(value).map(Wish.From::new);
            case "tag" -> named(value).map(Wish.Tagged::new);
            case "inbox" -> named(value).map(Wish.Inbox::new);
            case "assignee" -> named(value).map(Wish.Assignee::new);
            case "before" -> day(value).map(Wish.Before::new);
            case "after" -> day(value).map(Wish.After::new);
            case "is" -> category(value).map(Wish.Is::new);
            case "has" -> value.equalsIgnoreCase("file") ? Optional.of(new Wish.WithFile()) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Wish> text(String text, boolean whole) {
        var words = Words.of(text);
        return words.isEmpty() ? Optional.empty() : Optional.of(new Wish.Text(words, Words.folded(text), whole));
    }

    /** Without what the database cannot hold. */
    private static Optional<String> named(String value) {
        return Optional.of(value.replace("\0", "")).filter(name -> !name.isBlank());
    }

    private static Optional<Category> category(String word) {
        return Stream.of(Category.values())
                .filter(category -> category.name().equalsIgnoreCase(word))
                .findFirst();
    }

    /** A day, or the first one of a month or a year, of four digits as the database can hold it. */
    private static Optional<LocalDate> day(String text) {
        if (!text.matches("[0-9]{4}(-[0-9]{2}){0,2}")) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse((text + "-01-01").substring(0, 10)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }
}
