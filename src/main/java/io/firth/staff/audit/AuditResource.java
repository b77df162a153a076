package io.firth.staff.audit;

import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.firth.staff.Role;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/api/audit")
class AuditResource {

    private final Mutiny.SessionFactory database;
    private final Audit audit;
    private final Directory directory;

    AuditResource(Mutiny.SessionFactory database, Audit audit, Directory directory) {
        this.database = database;
        this.audit = audit;
        this.directory = directory;
    }

    @GET
    @RolesAllowed(Role.ADMINISTRATORS)
    public Uni<Page> list(@RestQuery @Nullable Long after, @RestQuery @DefaultValue("50") @Min(1) @Max(200) int limit) {
        long before = after == null ? Long.MAX_VALUE : after;
        return database.withStatelessSession(session -> audit.before(session, before, limit))
                .map(entries -> page(entries, limit));
    }

    private Page page(List<Audit.Entry> entries, int limit) {
        var items = entries.stream().map(this::item).toList();
        return new Page(items, entries.size() < limit ? null : entries.getLast().id());
    }

    private Item item(Audit.Entry entry) {
        return new Item(entry.at(), who(entry.actor()), entry.action(), entry.subject());
    }

    private @Nullable Who who(@Nullable UUID actor) {
        return actor == null
                ? null
                : new Who(actor, directory.agent(actor).map(Agent::name).orElse(""));
    }

    /** @param next what to ask {@code after} for more; null at the end */
    record Page(List<Item> items, @Nullable Long next) {}

    /** @param actor null: Firth itself */
    record Item(Instant at, @Nullable Who actor, String action, String subject) {}

    record Who(UUID id, String name) {}
}
