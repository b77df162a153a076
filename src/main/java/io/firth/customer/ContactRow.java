package io.firth.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Written by the journal, in the transaction of a contact's first message. */
@Entity
@Table(name = "contact")
class ContactRow {

    @Id
    UUID id;

    @Nullable
    String name;

    Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    ContactRow() {}
}
