package io.firth.channel;

import io.firth.channel.Deliveries.UnsettledPage;
import io.firth.staff.Access;
import io.quarkus.arc.All;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The connected places, how they are, and what they could not send. */
@Path("/api")
@RolesAllowed("agent")
class ChannelsResource {

    private final Accounts accounts;
    private final Deliveries deliveries;
    private final List<Channel> channels;
    private final SecurityIdentity caller;

    ChannelsResource(Accounts accounts, Deliveries deliveries, @All List<Channel> channels, SecurityIdentity caller) {
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.channels = channels;
        this.caller = caller;
    }

    /** @param sending {@code relay}, or {@code captured} where mail is kept as files and not sent */
    record AccountView(
            UUID id,
            String channel,
            String name,
            String address,
            List<String> accepts,
            String sending,
            Limits limits,
            Health health) {}

    @GET
    @Path("/channels")
    public Uni<List<AccountView>> channels() {
        return deliveries.health().map(health -> accounts.active().stream()
                .flatMap(account -> channels.stream()
                        .filter(channel -> channel.type() == account.type())
                        .map(channel -> view(account, channel, health)))
                .toList());
    }

    /** What was captured instead of sent, failed, or may or may not have arrived. */
    @GET
    @Path("/deliveries")
    public Uni<UnsettledPage> deliveries(
            @QueryParam("state") @DefaultValue("captured") String state, @QueryParam("after") @Nullable UUID after) {
        return deliveries.unsettled(state, after, Access.of(caller));
    }

    private static AccountView view(Account account, Channel channel, Health health) {
        return new AccountView(
                account.id(),
                account.type().name().toLowerCase(Locale.ROOT),
                account.name(),
                account.address(),
                account.accepts(),
                channel.hasWayOut() ? "relay" : "captured",
                channel.limits(),
                health);
    }
}
