package io.firth.staff.people;

import io.firth.conversation.Refused;
import io.firth.http.Line;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** What an agent changes about itself; null: as it is. */
record ProfileChange(
        @Nullable @Line @Size(max = 200) String name,
        @Nullable ZoneId zone,
        @Nullable @Valid NewPassword password) {

    /** @throws Refused for a zone that has no place on the map: browsers do not know all that Java can read as one */
    void applyTo(AgentRow row) {
        if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone.getId())) {
            throw new Refused("zone.unknown", "There is no zone %s.".formatted(zone.getId()));
        }
        row.name = name == null ? row.name : name.strip();
        row.zone = zone == null ? row.zone : zone.getId();
    }

    record NewPassword(
            @NotBlank @Size(max = 200) String current,
            @NotNull @Size(min = 8, max = 200) String next) {}
}
