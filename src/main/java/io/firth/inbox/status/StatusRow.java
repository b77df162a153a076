package io.firth.inbox.status;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "status")
class StatusRow {

    @Id
    String id;

    String name;
    String category;
    int rank;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    StatusRow() {}

    StatusRow(String id, String name, String category, int rank) {
        this.id = id;
        this.name = name;
        this.category = category;
        this.rank = rank;
    }
}
