package io.firth.inbox.macro;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.inbox.Changes.Change;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A text to be put into a reply or a note.
 *
 * @param text with variables, which whoever uses it fills in
 * @param then what is to be sent along as a message's {@code then}, with the members that it sets; none where it sets nothing
 * @param shared whether it is everybody's, or its maker's own
 */
record Macro(
        UUID id,
        String name,
        String text,
        @Nullable String html,

        @Schema(implementation = Change.class) JsonNode then,
        boolean shared) {}
