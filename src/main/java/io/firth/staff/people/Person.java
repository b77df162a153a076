package io.firth.staff.people;

import io.firth.staff.Role;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agent as others see it.
 *
 * @param invited has not taken up its invitation yet
 */
record Person(
        UUID id,
        String name,
        String email,
        Role role,
        boolean active,
        boolean invited,
        List<UUID> teams,
        @Nullable Instant lastSeen) {

    static Person of(AgentRow row, List<UUID> teams) {
        return new Person(row.id, row.name, row.email, row.role, row.active, row.password == null, teams, row.lastSeen);
    }
}
