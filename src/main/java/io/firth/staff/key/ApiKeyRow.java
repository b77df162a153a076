package io.firth.staff.key;

import io.firth.staff.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "api_key")
class ApiKeyRow {

    @Id
    UUID id;

    String name;
    Role role;
    UUID agent;

    @Column(name = "secret_hash")
    String secretHash;

    String hint;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "last_used_at")
    @Nullable
    Instant lastUsedAt;

    @SuppressWarnings("NullAway.Init")
    protected ApiKeyRow() {}
}
