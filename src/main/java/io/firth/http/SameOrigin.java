package io.firth.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/**
 * Refuses what another site's page makes a browser do: requests that change something, and sockets.
 *
 * <p>Browsers say where such a request comes from; one that says nothing is from no page (a script, a test), and has
 * no cookie that it was not given.
 */
@Singleton
class SameOrigin {

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Problems problems;
    private final Caller caller;
    private final List<ForOtherSites> forOthers;

    SameOrigin(Problems problems, Caller caller, @All List<ForOtherSites> forOthers) {
        this.problems = problems;
        this.caller = caller;
        this.forOthers = forOthers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SafeHeaders.FIRST - 1);
    }

    private void check(RoutingContext context) {
        if (isHarmless(context.request())
                || caller.isOurPage(context.request())
                || isForOthers(context.normalizedPath())) {
            context.next();
        } else {
            problems.answer(context, new Problem(403, "cross-site", "Requests of other sites are refused", null));
        }
    }

    private static boolean isHarmless(HttpServerRequest request) {
        return READING.contains(request.method()) && !"websocket".equalsIgnoreCase(request.getHeader("Upgrade"));
    }

    private boolean isForOthers(String path) {
        return forOthers.stream().anyMatch(room -> room.includes(path));
    }
}
