package io.firth.suggestion.redact;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What may stand in a text in place of a value, written <code>{{name}}</code>. There are no others. */
public enum Slot {
    CONTACT_NAME("contact.name"),
    CONTACT_FIRST_NAME("contact.first_name"),
    CONTACT_LAST_NAME("contact.last_name"),
    CONTACT_EMAIL("contact.email"),
    CONTACT_PHONE("contact.phone"),
    CONTACT_HANDLE("contact.handle"),
    AGENT_NAME("agent.name"),
    AGENT_FIRST_NAME("agent.first_name"),
    AGENT_LAST_NAME("agent.last_name"),
    /** Of somebody else. */
    NAME("name"),
    EMAIL("email"),
    PHONE("phone"),
    HANDLE("handle"),
    IBAN("iban"),
    CARD("card"),
    URL("url"),
    IP("ip"),
    ADDRESS("address"),
    AMOUNT("amount"),
    DATE("date"),
    TIME("time"),
    CODE("code"),
    NUMBER("number"),
    /** Something else that we hold of the contact. */
    VALUE("value"),
    /** What differs from reply to reply. */
    VARYING("slot");

    private static final Map<String, Slot> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Slot::written, Function.identity()));

    /** Of the private use area, which a cleaned text has nothing of: while patterns run, a slot is one character that none of them takes. */
    private static final char FIRST_MARK = '\uE000';

    static final String MARKS = "\\uE000-\\uE0FF";

    private static final Pattern WRITTEN = Pattern.compile("\\{\\{[a-z_.]{1,30}}}");

    private final String written;

    Slot(String name) {
        written = "{{" + name + "}}";
    }

    /** With its braces. */
    public String written() {
        return written;
    }

    /** Of what is written so, braces and all. */
    static Optional<Slot> of(String written) {
        return Optional.ofNullable(BY_NAME.get(written));
    }

    String mark() {
        return String.valueOf((char) (FIRST_MARK + ordinal()));
    }

    static boolean isMark(int c) {
        return c >= FIRST_MARK && c < FIRST_MARK + BY_NAME.size();
    }

    /** The slots of a text as marks. */
    static String mark(String text) {
        return WRITTEN.matcher(text)
                .replaceAll(found -> of(found.group()).map(Slot::mark).orElse(found.group()));
    }

    /** The marks of a text as slots. */
    static String write(String marked) {
        var out = new StringBuilder(marked.length() + 64);
        for (int i = 0; i < marked.length(); i++) {
            char c = marked.charAt(i);
            if (isMark(c)) {
                out.append(values()[c - FIRST_MARK].written);
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }
}
