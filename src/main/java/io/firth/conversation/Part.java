package io.firth.conversation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
     * A question how the customer was served, which each channel shows as it can. It holds nothing by which somebody else could
     * answer it.
     *
     * @param id of this asking; a reminder has the same
     * @param survey which question it is: {@code csat}
     * @param scale how it is answered: {@code numbers}, {@code faces} or {@code thumbs}
     * @param items what is asked beside: {@code solved}, {@code helpful}, {@code comes_back}
     * @param language of the words
     * @param wording the version of the words
     * @param occasion the {@code seq} of what it is asked about
     * @param resolution whether that is a resolution
     * @param until when answers are taken
     */
    record Survey(
            UUID id,
            String survey,
            String scale,
            List<String> items,
            String language,
            String wording,
            int occasion,
            boolean resolution,
            boolean reminder,
            Instant until)
            implements Part {

        public Survey {
            items = List.copyOf(items);
        }
    }

    /**
     * Something this version does not understand. Its bytes are kept with the message's raw input.
     *
     * @param type the channel's own word for it
     * @param summary what can be said of it in a line
     */
    record Unsupported(String type, String summary) implements Part {}
}
