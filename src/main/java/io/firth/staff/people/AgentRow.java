package io.firth.staff.people;

import io.firth.staff.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "agent")
class AgentRow {

    @Id
    UUID id;

    String name;
    String email;
    Role role;
    boolean active = true;

    @Nullable
    String password;

    @Nullable
    String zone;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_seen")
    @Nullable
    Instant lastSeen;

    @Column(name = "access_turn")
    long accessTurn;

    @SuppressWarnings("NullAway.Init")
    protected AgentRow() {}

    AgentRow(UUID id, String name, String email, Role role, @Nullable String password) {
        this.id = id;
        this.name = name;
        this.email = email;
        this.role = role;
        this.password = password;
        this.createdAt = Instant.now();
    }

    /** Takes up an invitation or a reset; whoever was signed in before is no more. */
    void accept(@Nullable String newName, String newPassword) {
        name = newName == null ? name : newName.strip();
        password = newPassword;
        accessTurn++;
    }

    boolean canSignIn() {
        return active && password != null;
    }

    boolean canAdminister() {
        return canSignIn() && role == Role.ADMINISTRATOR;
    }
}
