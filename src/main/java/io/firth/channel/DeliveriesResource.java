package io.firth.channel;

import io.firth.channel.Deliveries.UnsettledPage;
import io.firth.staff.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was captured instead of sent, failed, or may or may not have arrived. */
@Path("/api/deliveries")
@RolesAllowed("agent")
class DeliveriesResource {

    private final Deliveries deliveries;
    private final SecurityIdentity caller;

    DeliveriesResource(Deliveries deliveries, SecurityIdentity caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    @GET
    public Uni<UnsettledPage> deliveries(
            @QueryParam("state") @DefaultValue("captured") String state,
            @QueryParam("account") @Nullable UUID account,
            @QueryParam("after") @Nullable UUID after) {
        return deliveries.unsettled(state, account, after, Access.of(caller));
    }
}
