package io.firth.staff.team;

import io.firth.http.Line;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be other about a team; null: as it is. */
record TeamChange(
        @Nullable @Line @Size(max = 100) String name,
        @Nullable Boolean restricted,
        @Nullable List<UUID> members,
        @Nullable List<UUID> accounts) {

    void applyTo(TeamRow row) {
        row.name = name == null ? row.name : name.strip();
        row.restricted = restricted == null ? row.restricted : restricted;
    }
}
