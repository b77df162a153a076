package io.firth.inbox.macro;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "macro")
class MacroRow {

    @Id
    UUID id;

    /** Null where it is shared. */
    @Nullable
    UUID owner;

    String name;
    String text;

    @Nullable
    String html;

    /** The change that goes with it, as JSON. */
    @Nullable
    String followup;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    MacroRow() {}
}
