package io.firth.inbox.merge;

import io.firth.conversation.Actor;
import io.firth.conversation.Ids;
import io.firth.inbox.Acting;
import io.firth.inbox.Item;
import io.firth.inbox.Reading;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Lets a conversation go on in another one, and takes that back. The caller has to see both. */
@Path("/api/conversations/{id}")
@RolesAllowed(Role.AGENTS)
class MergeResource {

    private final Reading reading;
    private final Writer writer;
    private final SecurityIdentity caller;

    MergeResource(Reading reading, Writer writer, SecurityIdentity caller) {
        this.reading = reading;
        this.writer = writer;
        this.caller = caller;
    }

    record Into(@NotNull UUID into) {}

    /** Answers with the one it goes on in. */
    @POST
    @Path("/merge")
    public Uni<Item> merge(UUID id, @Valid @NotNull Into into) {
        var access = Access.of(caller);
        return reading.item(id, access)
                .chain(from -> reading.item(into.into(), access))
                .chain(target -> writer.write(merge(id, target.id(), access)))
                .chain(written -> reading.changed(into.into(), access));
    }

    /** Answers with the one that stands by itself again. */
    @POST
    @Path("/separate")
    public Uni<Item> separate(UUID id) {
        var access = Access.of(caller);
        return reading.item(id, access)
                .chain(from -> writer.write(separate(id, access)))
                .chain(written -> reading.changed(id, access));
    }

    private static Work merge(UUID from, UUID into, Access access) {
        return new Work.Merge(
                from,
                into,
                Actor.agent(access.agent()),
                Acting.now(),
                access.agent(),
                Ids.next().toString());
    }

    private static Work separate(UUID from, Access access) {
        return new Work.Separate(
                from,
                Actor.agent(access.agent()),
                Acting.now(),
                access.agent(),
                Ids.next().toString());
    }
}
