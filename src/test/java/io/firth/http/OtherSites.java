package io.firth.http;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** A room that other sites' pages may ask, that takes long bodies, and that may be framed. */
@Singleton
class OtherSites implements ForOtherSites, LargeBody {

    static final String PATH = "/trial-for-others";
    static final String FRAME = PATH + "/frame";
    static final long LONGEST = 3 * 1024 * 1024;

    @Override
    public boolean includes(String path) {
        return path.equals(PATH);
    }

    @Override
    public OptionalLong limit(String path) {
        return path.equals(PATH) ? OptionalLong.of(LONGEST) : OptionalLong.empty();
    }

    void register(@Observes Router router) {
        router.post(PATH).order(-900).handler(OtherSites::count);
        router.get(FRAME).order(-900).handler(context -> {
            Framing.allow(context, "'self' https://shop.example");
            context.reroute(PATH);
        });
        router.get(PATH).order(-900).handler(context -> context.response().end("shown"));
    }

    private static void count(RoutingContext context) {
        var body = context.request().body();
        context.request().resume();
        body.onSuccess(all -> context.response().end(String.valueOf(all.length())))
                .onFailure(context::fail);
    }
}
