package io.firth.inbox.label;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "label")
class LabelRow {

    @Id
    String name;

    String color;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    LabelRow() {}

    LabelRow(String name, String color) {
        this.name = name;
        this.color = color;
    }
}
