package io.firth.inbox;

import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.http.html.SafeHtml;
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
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Conversations as agents list, read, answer and change them. */
@Path("/api/conversations")
@RolesAllowed("agent")
class ConversationsResource {

    private final Reading reading;
    private final Acting acting;
    private final Changes changes;
    private final ReadMarks readMarks;
    private final SecurityIdentity caller;

    ConversationsResource(
            Reading reading, Acting acting, Changes changes, ReadMarks readMarks, SecurityIdentity caller) {
        this.reading = reading;
        this.acting = acting;
        this.changes = changes;
        this.readMarks = readMarks;
        this.caller = caller;
    }

    /** What a message is for. */
    enum Kind {
        REPLY,
        NOTE
    }

    /** @param baseSeq the last public {@code seq} its writer had before the eyes; only a reply needs it */
    record NewMessage(
            @NotNull Kind kind,
            @NotNull @Size(max = 500_000) String text,
            @Size(max = 1_000_000) @Nullable String html,
            @Min(0) int baseSeq,
            @Valid @Nullable Change then) {}

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

    @POST
    @Path("/{id}/messages")
    @ResponseStatus(201)
    public Uni<Acting.Sent> send(
            UUID id,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 200) @Nullable String key,
            @Valid @NotNull NewMessage message) {
        var access = access();
        var once = key == null ? Ids.next().toString() : key;
        return changes.commands(message.then()).chain(then -> send(id, access, once, message, then));
    }

    @PATCH
    @Path("/{id}")
    public Uni<Item> change(UUID id, @Valid @NotNull Change change) {
        var access = access();
        return changes.commands(change).chain(commands -> acting.change(id, access, commands));
    }

    @PUT
    @Path("/{id}/read")
    public Uni<Void> read(UUID id, @Valid @NotNull ReadMark mark) {
        var access = access();
        return reading.item(id, access)
                .chain(item -> readMarks.set(access.agent(), id, Math.min(mark.seq(), item.seq())));
    }

    private Uni<Acting.Sent> send(UUID id, Access access, String key, NewMessage message, List<Command> then) {
        var html = message.html();
        var content = new Content(message.text(), "", html == null ? null : SafeHtml.clean(html), List.of());
        return switch (message.kind()) {
            case REPLY -> acting.reply(id, access, key, content, message.baseSeq(), then);
            case NOTE -> acting.note(id, access, key, content, then);
        };
    }

    private Access access() {
        return Access.of(caller);
    }
}
