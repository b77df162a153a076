package io.firth.staff.team;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "team")
class TeamRow {

    @Id
    UUID id;

    String name;
    boolean restricted;
    boolean closed;

    @SuppressWarnings("NullAway.Init")
    protected TeamRow() {}

    TeamRow(UUID id, String name, boolean restricted) {
        this.id = id;
        this.name = name;
        this.restricted = restricted;
    }
}
