package io.firth.channel.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.conversation.Part;
import io.firth.http.foreign.Clean;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a message carries beside words and files. What is not understood is shown as such; its bytes are in the raw input. */
final class Parts {

    private static final int MOST = 50;
    private static final int LONGEST = 2_000;
    private static final int LONGEST_SUMMARY = 200;

    private Parts() {}

    static List<Part> of(@Nullable List<JsonNode> parts) {
        return parts == null
                ? List.of()
                : parts.stream().limit(MOST).map(Parts::of).toList();
    }

    private static Part of(JsonNode part) {
        var understood =
                switch (part.path("type").asText()) {
                    case "location" -> location(part);
                    case "card" -> card(part);
                    case "choice" -> choice(part);
                    case "quote" -> quote(part);
                    default -> null;
                };
        return understood == null ? unsupported(part) : understood;
    }

    private static @Nullable Part location(JsonNode part) {
        var latitude = part.path("latitude");
        var longitude = part.path("longitude");
        boolean isPlace = latitude.isNumber()
                && longitude.isNumber()
                && Math.abs(latitude.asDouble()) <= 90
                && Math.abs(longitude.asDouble()) <= 180;
        return isPlace ? new Part.Location(latitude.asDouble(), longitude.asDouble(), text(part, "name")) : null;
    }

    private static @Nullable Part card(JsonNode part) {
        var title = text(part, "title");
        return title == null ? null : new Part.Card(title, text(part, "text"), link(part));
    }

    private static @Nullable Part choice(JsonNode part) {
        var id = text(part, "id");
        var label = text(part, "label");
        return id == null || label == null ? null : new Part.Choice(id, label);
    }

    private static @Nullable Part quote(JsonNode part) {
        var message = text(part, "message");
        return message == null ? null : new Part.Quote(message, text(part, "author"), text(part, "text"));
    }

    private static Part unsupported(JsonNode part) {
        var type = Clean.line(cut(part.path("type").asText(""), 60));
        var summary = Stream.of("title", "label", "name", "text", "url")
                .map(name -> part.path(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElseGet(part::toString);
        return new Part.Unsupported(type.isEmpty() ? "part" : type, Clean.line(cut(summary, LONGEST_SUMMARY)));
    }

    /** Only what a browser may safely be sent to. */
    private static @Nullable String link(JsonNode part) {
        var url = text(part, "url");
        return url != null && url.matches("(?i)https?://\\S+") ? url : null;
    }

    private static @Nullable String text(JsonNode part, String name) {
        var text = part.path(name).asText("");
        return text.isBlank() ? null : Clean.text(cut(text, LONGEST)).strip();
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
