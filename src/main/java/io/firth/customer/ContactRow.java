package io.firth.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Written by the journal, in the transaction of a contact's first message; what agents know of it is added later. */
@Entity
@Table(name = "contact")
class ContactRow {

    @Id
    UUID id;

    @Nullable
    String name;

    Instant createdAt;

    @Nullable
    Instant blockedAt;

    /** The one that stands for it since they were found to be the same; that one is merged into no other. */
    @Nullable
    UUID mergedInto;

    String notes;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    ContactRow() {}

    /** For the audit. */
    String title() {
        return (name == null ? "" : name + " ") + id;
    }
}
