package io.firth.channel.chat.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a visitor is asked before the first message.
 *
 * @param name {@code name} and {@code email} are kept with the visitor; the answer to anything else is shown to agents
 */
public record Question(String name, String label, Kind kind, boolean required) {

    /** How it is answered. */
    public enum Kind {
        TEXT,
        EMAIL,
        PHONE,
        MULTILINE
    }

    private static final int MOST = 10;

    /**
     * Reads lines of the form {@code name | label | kind | required}, of which the last two may be left out.
     *
     * @throws IllegalArgumentException whose message says which line is not right
     */
    static List<Question> of(List<String> lines) {
        var questions = new ArrayList<Question>();
        lines.stream().filter(line -> !line.isBlank()).forEach(line -> questions.add(of(line)));
        if (questions.size() > MOST) {
            throw new IllegalArgumentException("Nobody answers more than %d questions.".formatted(MOST));
        }
        return List.copyOf(questions);
    }

    private static Question of(String line) {
        var parts = line.split("\\|", -1);
        var name = parts[0].strip();
        if (parts.length < 2 || parts.length > 4 || !name.matches("[a-z][a-z0-9_]{0,39}")) {
            throw unreadable(line);
        }
        var required = parts.length > 3 && parts[3].strip().equals("required");
        return new Question(name, parts[1].strip(), kind(name, parts, line), required);
    }

    private static Kind kind(String name, String[] parts, String line) {
        if (parts.length < 3 || parts[2].isBlank()) {
            return name.equals("email") ? Kind.EMAIL : Kind.TEXT;
        }
        try {
            return Kind.valueOf(parts[2].strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw unreadable(line);
        }
    }

    private static IllegalArgumentException unreadable(String line) {
        return new IllegalArgumentException(
                "“%s” is not readable; write lines such as email | Your e-mail | email | required."
                        .formatted(line.strip()));
    }
}
