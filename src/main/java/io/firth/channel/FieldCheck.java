package io.firth.channel;

import io.firth.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether settings are what their channel's fields ask for. */
final class FieldCheck {

    private FieldCheck() {}

    /**
     * @throws Problem that names the field in its member {@code fields}
     */
    static void require(List<Field> fields, Settings settings) {
        Stream.concat(settings.values().keySet().stream(), settings.secrets().keySet().stream())
                .filter(name -> fields.stream().noneMatch(field -> field.name().equals(name)))
                .findFirst()
                .ifPresent(name -> refuse(name, "is not a setting of this channel."));
        fields.forEach(field -> require(field, settings));
    }

    private static void require(Field field, Settings settings) {
        var isSecret = field.kind() == Field.Kind.SECRET;
        var given = isSecret ? settings.secret(field.name()) : settings.text(field.name());
        if (given.isEmpty()) {
            if (field.required() && field.initial() == null) {
                refuse(field.name(), "is needed.");
            }
            return;
        }
        var value = given.get();
        switch (field.kind()) {
            case NUMBER -> requireThat(value.matches("\\d{1,9}"), field, "has to be a number.");
            case FLAG -> requireThat(value.equals("true") || value.equals("false"), field, "is either true or false.");
            case CHOICE ->
                requireThat(field.choices().contains(value), field, "has to be one of " + field.choices() + ".");
            case TEXT -> requireThat(value.indexOf('\n') < 0, field, "has to be one line.");
            case MULTILINE, LIST, SECRET -> {}
        }
    }

    private static void requireThat(boolean holds, Field field, String otherwise) {
        if (!holds) {
            refuse(field.name(), otherwise);
        }
    }

    private static void refuse(String field, String why) {
        var message = "“" + field + "” " + why;
        throw new Problem(422, "settings.refused", "This setting is not right", message)
                .with("fields", List.of(Map.of("field", field, "message", message)));
    }
}
