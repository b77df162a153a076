package io.firth.staff;

import io.firth.http.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;

/** Figures about the process are for this machine, and for whoever has a key or a session. */
@Singleton
class MetricsPolicy implements HttpSecurityPolicy {

    private final Caller caller;

    MetricsPolicy(Caller caller) {
        this.caller = caller;
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Uni<CheckResult> checkPermission(
            RoutingContext context, Uni<SecurityIdentity> identity, AuthorizationRequestContext asks) {
        return caller.isLocal(context.request())
                ? CheckResult.permit()
                : identity.map(asker -> asker.hasRole(Role.AGENTS) ? CheckResult.PERMIT : CheckResult.DENY);
    }
}
