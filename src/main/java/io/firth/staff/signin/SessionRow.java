package io.firth.staff.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "session")
class SessionRow {

    @Id
    @Column(name = "token_hash")
    String tokenHash;

    UUID agent;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "used_at")
    Instant usedAt;

    @SuppressWarnings("NullAway.Init")
    protected SessionRow() {}

    SessionRow(String tokenHash, UUID agent, Instant now) {
        this.tokenHash = tokenHash;
        this.agent = agent;
        this.createdAt = now;
        this.usedAt = now;
    }
}
