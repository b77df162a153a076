package io.firth.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "identity")
@IdClass(IdentityRow.Key.class)
class IdentityRow {

    record Key(String kind, String value) {}

    @Id
    String kind;

    @Id
    String value;

    UUID contact;
    boolean verified;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    IdentityRow() {}
}
