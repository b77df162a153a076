package io.firth.conversation;

/** There is no such thing, or the asker may not know of it. */
public class NotFound extends RuntimeException {

    private final String kind;

    /** @param kind the word of the product for it, such as {@code conversation} */
    public NotFound(String kind, Object id) {
        super("There is no %s %s.".formatted(kind, id), null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
