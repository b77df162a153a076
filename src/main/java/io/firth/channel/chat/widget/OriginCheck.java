package io.firth.channel.chat.widget;

import io.firth.channel.chat.site.Sites;
import io.firth.http.Caller;
import io.firth.http.Problem;
import io.firth.http.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Lets a site's pages ask for its own chat and for nothing else (Fetch, 3.2). Without credentials: whoever asks shows a token.
 */
@Singleton
class OriginCheck {

    /** After the filters, before the endpoints. */
    private static final int FIRST = -900;

    private static final String ASKED = "GET, POST, PUT";
    private static final String SENT = "Authorization, Content-Type";

    private final Sites sites;
    private final Caller caller;
    private final Problems problems;

    OriginCheck(Sites sites, Caller caller, Problems problems) {
        this.sites = sites;
        this.caller = caller;
        this.problems = problems;
    }

    void register(@Observes Router router) {
        router.route(Addresses.WIDGET + ":account/*").order(FIRST).handler(this::check);
    }

    private void check(RoutingContext context) {
        context.response().putHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN).putHeader("Cache-Control", "no-store");
        var origin = context.request().getHeader(HttpHeaders.ORIGIN);
        var isOurs = caller.isOurPage(context.request());
        var site = sites.find(context.pathParam("account"));
        if (site.isEmpty()) {
            problems.answer(
                    context, new Problem(404, "not-found", "There is no such thing", "There is no such chat account."));
        } else if (!isOurs && (origin == null || !site.get().origins().allow(origin))) {
            problems.answer(
                    context,
                    new Problem(
                            403,
                            "origin.not_allowed",
                            "This site may not show this chat",
                            "Allow its origin in the settings of the chat account."));
        } else {
            allow(context, origin);
        }
    }

    private static void allow(RoutingContext context, @Nullable String origin) {
        var response = context.response();
        if (origin != null) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        }
        if (context.request().method() != HttpMethod.OPTIONS) {
            context.next();
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, ASKED)
                .putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, SENT)
                .putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600")
                .setStatusCode(204)
                .end();
    }
}
