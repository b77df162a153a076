package io.firth.channel.chat;

import io.firth.channel.chat.site.Sites;
import io.firth.http.Caller;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;

/**
 * Whom the visitors' socket is opened to: our own pages, the sites that some account allows, and what is no page at all. Whether
 * it is the account's own site is looked at when its first frame names the account.
 */
@Singleton
class Upgrade implements HttpUpgradeCheck {

    static final String ENDPOINT = "visitor";
    static final TypedKey<String> ADDRESS = TypedKey.forString("firth.address");
    static final TypedKey<String> ORIGIN = TypedKey.forString("firth.origin");

    private final Caller caller;
    private final Sites sites;
    private final Visits visits;
    private final ChatConfig config;

    Upgrade(Caller caller, Sites sites, Visits visits, ChatConfig config) {
        this.caller = caller;
        this.sites = sites;
        this.visits = visits;
        this.config = config;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(ENDPOINT);
    }

    /** At once, on the connection's own thread: the upgrade goes on where the answer is given. */
    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        var request = upgrade.httpRequest();
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        var isOurs = caller.isOurPage(request);
        if (!isOurs
                && (origin == null
                        || sites.all().stream().noneMatch(site -> site.origins().allow(origin)))) {
            return CheckResult.rejectUpgrade(403);
        }
        var address = caller.address(request);
        upgrade.userData().put(ADDRESS, address);
        if (!isOurs) {
            upgrade.userData().put(ORIGIN, origin);
        }
        return visits.from(address) < config.sockets() ? CheckResult.permitUpgrade() : CheckResult.rejectUpgrade(429);
    }
}
