package io.firth.inbox.macro;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.conversation.Refused;
import io.firth.http.Line;
import io.firth.inbox.Changes.Change;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A macro as it is to be. */
record MacroChange(
        @NotNull @Line @Size(max = 100) String name,
        @NotNull @Size(max = 50_000) String text,
        @Nullable @Size(max = 200_000) String html,

        @Schema(implementation = Change.class) @Nullable JsonNode then,

        boolean shared) {

    private static final Set<String> VARIABLES = Set.of("contact.name", "agent.name", "conversation.number");

    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^{}]*)}}");

    boolean setsSomething() {
        return then != null && !then.isNull() && !then.isEmpty();
    }

    /** @throws Refused where it names a variable that nobody can fill in, or does nothing at all */
    void check() {
        if (text.isBlank() && !setsSomething()) {
            throw new Refused("macro.empty", "A macro needs a text, or something to do.");
        }
        VARIABLE.matcher(text + html)
                .results()
                .map(MatchResult::group)
                .map(written -> written.substring(2, written.length() - 2).strip())
                .filter(name -> !VARIABLES.contains(name))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Refused("macro.variable", "There is no variable {{%s}}.".formatted(unknown));
                });
    }
}
