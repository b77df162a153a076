package io.firth.staff.audit;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "audit")
class AuditRow {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long id;

    Instant at;

    @Nullable
    UUID actor;

    String action;
    String subject;

    @SuppressWarnings("NullAway.Init")
    protected AuditRow() {}

    AuditRow(@Nullable UUID actor, String action, String subject) {
        this.at = Instant.now();
        this.actor = actor;
        this.action = action;
        this.subject = subject;
    }
}
