package io.firth.staff.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "invitation")
class InvitationRow {

    @Id
    @Column(name = "token_hash")
    String tokenHash;

    String kind;

    @Nullable
    UUID agent;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "expires_at")
    Instant expiresAt;

    @SuppressWarnings("NullAway.Init")
    protected InvitationRow() {}

    InvitationRow(String tokenHash, Invitation kind, @Nullable UUID agent) {
        this.tokenHash = tokenHash;
        this.kind = kind.word();
        this.agent = agent;
        this.createdAt = Instant.now();
        this.expiresAt = createdAt.plus(kind.life());
    }

    Invitation invitation() {
        return Invitation.valueOf(kind.toUpperCase(Locale.ROOT));
    }
}
