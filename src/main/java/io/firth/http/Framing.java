package io.firth.http;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Lets other sites show one of our pages in a frame. It stays with the request, also when that goes on under another path. */
public final class Framing {

    private static final String KEY = Framing.class.getName();

    private Framing() {}

    /** @param sources as {@code frame-ancestors} has them (CSP, 6.4.2) */
    public static void allow(RoutingContext context, String sources) {
        context.put(KEY, sources);
    }

    static @Nullable String allowed(RoutingContext context) {
        return context.get(KEY);
    }
}
