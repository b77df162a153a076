package io.firth.survey.answer;

import io.firth.survey.Item;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a browser sends when the button is pressed (WHATWG URL, 5.1). */
record Form(Map<String, List<String>> fields) {

    private static final int MOST_FIELDS = 20;

    /** @throws IllegalArgumentException where it is no form */
    static Form of(String body) {
        return new Form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
    }

    /** Null where none was chosen, or something that is none. */
    @Nullable
    Integer score() {
        return score(first("score"));
    }

    static @Nullable Integer score(@Nullable String text) {
        return text != null && text.matches("\\d") ? Integer.valueOf(text) : null;
    }

    @Nullable
    String comment() {
        return Taking.comment(first("comment"));
    }

    Map<Item, Boolean> items(List<Item> asked) {
        var said = new EnumMap<Item, Boolean>(Item.class);
        for (var item : asked) {
            switch (Objects.requireNonNullElse(first(item.word()), "")) {
                case "yes" -> said.put(item, true);
                case "no" -> said.put(item, false);
                default -> said.remove(item);
            }
        }
        return said;
    }

    private @Nullable String first(String name) {
        var values = fields.get(name);
        return values == null || values.isEmpty() ? null : values.getFirst();
    }
}
