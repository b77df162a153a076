package io.firth.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The addresses of the agents' app are all one page, which reads the rest of the address itself. */
@Singleton
class Pages {

    /** Before the endpoints, which would answer that they know no such thing. */
    private static final int FIRST = -1_000;

    private static final String OWN = "/(?:inbox|search|board|reports|settings|wall|sign-in|setup|invitation)(?:/.*)?";

    void register(@Observes Router router) {
        router.getWithRegex(OWN).order(FIRST).handler(context -> context.reroute("/"));
    }
}
