package io.firth.channel.chat.widget;

import io.firth.channel.chat.site.DemoConfig;
import io.firth.channel.chat.site.Sites;
import io.firth.http.Framing;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** The panel, which the sites of its account may show in a frame, and the page that shows it here. */
@Singleton
class Pages {

    /** After the check of the origin, before the endpoints. */
    private static final int FIRST = -800;

    private static final String PANEL = "/widget.html";
    private static final String DEMO = "/demo.html";

    private final Sites sites;
    private final DemoConfig config;

    Pages(Sites sites, DemoConfig config) {
        this.sites = sites;
        this.config = config;
    }

    void register(@Observes Router router) {
        router.get(Addresses.WIDGET + ":account/frame").order(FIRST).handler(this::panel);
        if (config.demoPage()) {
            router.get("/demo").order(FIRST).handler(context -> context.reroute(DEMO));
        } else {
            router.get(DEMO).order(FIRST).handler(context -> context.fail(404));
        }
    }

    /** Which account it is has been checked before. */
    private void panel(RoutingContext context) {
        sites.find(context.pathParam("account"))
                .ifPresent(site -> Framing.allow(context, site.origins().frameAncestors()));
        context.reroute(PANEL);
    }
}
