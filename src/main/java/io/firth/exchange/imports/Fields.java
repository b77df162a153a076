package io.firth.exchange.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.http.foreign.Clean;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a line or of an object in it; a field that is null counts as not there. */
record Fields(JsonNode node, String prefix) {

    static Fields of(JsonNode node) {
        return new Fields(node, "");
    }

    boolean has(String name) {
        return node.has(name);
    }

    boolean isNull(String name) {
        return node.path(name).isNull();
    }

    @Nullable
    JsonNode value(String name) {
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    @Nullable
    Fields object(String name, String form) {
        var value = value(name);
        if (value != null && !value.isObject()) {
            throw new Unfit("%s is no object with %s".formatted(called(name), form));
        }
        return value == null ? null : new Fields(value, prefix + name + ".");
    }

    /** Text of any length up to {@code longest} characters, as it is written. */
    @Nullable
    String text(String name, int longest) {
        var value = value(name);
        if (value == null) {
            return null;
        }
        if (!value.isTextual()) {
            throw new Unfit("%s is no text".formatted(called(name)));
        }
        var text = value.textValue();
        if (text.length() > longest) {
            throw new Unfit("%s is longer than %d characters".formatted(called(name), longest));
        }
        return text;
    }

    /** One line that says something; null where it is not there or empty. */
    @Nullable
    String line(String name, int longest) {
        var text = text(name, longest);
        var line = text == null ? "" : Clean.line(text).strip();
        return line.isEmpty() ? null : line;
    }

    String required(String name, int longest) {
        var line = line(name, longest);
        if (line == null) {
            throw new Unfit(called(name) + " is missing");
        }
        return line;
    }

    /** A name in the source, which has to stay as it is. A number is taken for one too. */
    @Nullable
    String name(String name, int longest) {
        var value = value(name);
        if (value != null && value.isIntegralNumber()) {
            return value.asText();
        }
        var text = text(name, longest);
        if (text == null || text.isBlank()) {
            return null;
        }
        if (!Clean.text(text).equals(text)) {
            throw new Unfit("%s has a character that cannot be kept".formatted(called(name)));
        }
        return text;
    }

    List<String> lines(String name, int most, int longest) {
        var value = value(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray() || value.size() > most) {
            throw new Unfit("%s is no list of at most %d".formatted(called(name), most));
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < value.size(); i++) {
            var line = value.get(i).isTextual()
                    ? Clean.line(value.get(i).textValue()).strip()
                    : "";
            if (line.isEmpty() || line.length() > longest) {
                throw new Unfit("`%s%s[%d]` is no text of 1 to %d characters".formatted(prefix, name, i, longest));
            }
            lines.add(line);
        }
        return lines;
    }

    String called(String name) {
        return "`" + prefix + name + "`";
    }
}
