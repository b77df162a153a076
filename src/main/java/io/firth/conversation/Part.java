package io.firth.conversation;

import org.jspecify.annotations.Nullable;

/** What a message carries beside words and files. */
public sealed interface Part {

    /**
     * A place on the map (WGS 84).
     *
     * @param name what the sender calls it
     */
    record Location(
            double latitude, double longitude, @Nullable String name) implements Part {}

    /** A preview of something that stands elsewhere, as its channel gave it. */
    record Card(
            String title, @Nullable String text, @Nullable String url) implements Part {}

    /** A button or an entry of a list that the customer chose. */
    record Choice(String id, String label) implements Part {}

    /**
     * Another message that this one shows.
     *
     * @param reference its channel's own id or address
     */
    record Quote(
            String reference,
            @Nullable String author,
            @Nullable String text) implements Part {}

    /**
     * Something this version does not understand. Its bytes are kept with the message's raw input.
     *
     * @param type the channel's own word for it
     * @param summary what can be said of it in a line
     */
    record Unsupported(String type, String summary) implements Part {}
}
