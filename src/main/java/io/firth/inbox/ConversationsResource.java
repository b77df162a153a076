package io.firth.inbox;

import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Status;
import io.firth.customer.Contacts;
import io.firth.inbox.Changes.Change;
import io.firth.inbox.Reading.InteractionPage;
import io.firth.inbox.Reading.ListPage;
import io.firth.inbox.Reading.Whole;
import io.firth.staff.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Conversations as agents list, read and change them. */
@Path("/api/conversations")
@RolesAllowed("agent")
class ConversationsResource {

    private final Reading reading;
    private final Acting acting;
    private final Changes changes;
    private final ReadMarks readMarks;
    private final Contacts contacts;
    private final SecurityIdentity caller;

    ConversationsResource(
            Reading reading,
            Acting acting,
            Changes changes,
            ReadMarks readMarks,
            Contacts contacts,
            SecurityIdentity caller) {
        this.reading = reading;
        this.acting = acting;
        this.changes = changes;
        this.readMarks = readMarks;
        this.contacts = contacts;
        this.caller = caller;
    }

    record Spam(boolean block) {}

    record ReadMark(@NotNull @Min(0) Integer seq) {}

    @GET
    public Uni<ListPage> list(
            @QueryParam("view") @DefaultValue("all") String view,
            @QueryParam("status") @Nullable String status,
            @QueryParam("label") @Nullable String label,
            @QueryParam("sort") @DefaultValue("activity") String sort,
            @QueryParam("limit") @DefaultValue("50") int limit,
            @QueryParam("after") @Nullable String after) {
        var query = new Query(
                View.parse(view),
                status,
                label,
                Query.Sort.of(sort),
                limit,
                after == null ? null : PageEnd.parse(after));
        return reading.list(query, access());
    }

    @GET
    @Path("/{id}")
    public Uni<Whole> one(UUID id) {
        return reading.whole(id, access());
    }

    @GET
    @Path("/{id}/interactions")
    public Uni<InteractionPage> interactions(
            UUID id,
            @QueryParam("after") @DefaultValue("0") @Min(0) int after,
            @QueryParam("limit") @DefaultValue("200") @Min(1) @Max(1000) int limit) {
        return reading.interactions(id, after, limit, access());
    }

    @PATCH
    @Path("/{id}")
    public Uni<Item> change(UUID id, @Valid @NotNull Change change) {
        var access = access();
        return changes.commands(change).chain(commands -> acting.change(id, access, commands));
    }

    /** Marks it as spam, and blocks its contact where asked to. */
    @POST
    @Path("/{id}/spam")
    public Uni<Item> spam(UUID id, @Valid @NotNull Spam spam) {
        var access = access();
        var mark = new Command.SetStatus(Status.of(Category.SPAM), null);
        return acting.change(id, access, List.of(mark))
                .call(item -> spam.block()
                        ? contacts.block(access.agent(), item.contact().id(), true)
                        : Uni.createFrom().voidItem());
    }

    @PUT
    @Path("/{id}/read")
    public Uni<Void> read(UUID id, @Valid @NotNull ReadMark mark) {
        var access = access();
        return reading.item(id, access)
                .chain(item -> readMarks.set(access.agent(), id, Math.min(mark.seq(), item.seq())));
    }

    private Access access() {
        return Access.of(caller);
    }
}
