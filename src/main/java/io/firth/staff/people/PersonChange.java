package io.firth.staff.people;

import io.firth.http.Line;
import io.firth.staff.Role;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be other about an agent; null: as it is. */
record PersonChange(
        @Nullable @Line @Size(max = 200) String name,
        @Nullable Role role,
        @Nullable Boolean active,
        @Nullable List<UUID> teams) {

    void applyTo(AgentRow row) {
        row.name = name == null ? row.name : name.strip();
        row.role = role == null ? row.role : role;
        row.active = active == null ? row.active : active;
    }

    /** For the audit. */
    String sentence(AgentRow row) {
        var text = new StringBuilder(row.email);
        append(text, "name", name);
        append(text, "role", role == null ? null : role.word());
        append(text, "active", active);
        append(text, "teams", teams);
        return text.toString();
    }

    private static void append(StringBuilder text, String field, @Nullable Object value) {
        if (value != null) {
            text.append("; ").append(field).append(": ").append(value);
        }
    }
}
