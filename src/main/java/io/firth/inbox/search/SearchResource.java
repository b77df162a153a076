package io.firth.inbox.search;

import io.firth.inbox.PageEnd;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Search over all time. */
@Path("/api/search")
@RolesAllowed(Role.AGENTS)
class SearchResource {

    private final Search search;
    private final Index index;
    private final SecurityIdentity caller;

    SearchResource(Search search, Index index, SecurityIdentity caller) {
        this.search = search;
        this.index = index;
        this.caller = caller;
    }

    /** @param q words, phrases in quotes, a number, and operators such as {@code from:}; nothing finds nothing */
    @GET
    public Uni<Search.FoundPage> find(
            @QueryParam("q") @DefaultValue("") @Size(max = 500) String q, @QueryParam("after") @Nullable String after) {
        return search.find(Asked.of(q), Access.of(caller), after == null ? null : PageEnd.parse(after));
    }

    /** Makes the index anew from the journal, beside what goes on. Done when this is answered. */
    @POST
    @Path("/index")
    @RolesAllowed(Role.ADMINISTRATORS)
    @ResponseStatus(204)
    public Uni<Void> rebuild() {
        return index.rebuild();
    }
}
