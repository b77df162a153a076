package io.firth.inbox;

/** Patterns for {@code like}. */
public final class Patterns {

    private Patterns() {}

    /** Whatever holds this text; its own percent signs and underscores mean themselves. */
    public static String part(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
