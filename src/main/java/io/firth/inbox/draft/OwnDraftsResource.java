package io.firth.inbox.draft;

import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** The caller's own drafts in all conversations, so that lists can mark them. */
@Path("/api/drafts")
@RolesAllowed(Role.AGENTS)
class OwnDraftsResource {

    private final Drafts drafts;
    private final SecurityIdentity caller;

    OwnDraftsResource(Drafts drafts, SecurityIdentity caller) {
        this.drafts = drafts;
        this.caller = caller;
    }

    /** The one saved last comes first; of each text only how it begins. */
    @GET
    public Uni<List<Drafts.Listed>> all() {
        return drafts.of(Access.of(caller).agent());
    }
}
