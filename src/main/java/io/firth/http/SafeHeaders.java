package io.firth.http;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every response tells the browser not to do. */
@Singleton
class SafeHeaders {

    static final int FIRST = 1_000;

    /** Files whose name changes with their content may be kept; all else is asked for again, or a new version would hide. */
    private static final List<String> HASHED = List.of("/assets/", "/widget-assets/");

    private static final List<String> KEPT_NOWHERE = List.of("/api", "/rate/");

    /** Mails are shown in {@code srcdoc} frames, which inherit this policy. */
    private static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "connect-src 'self'",
            "font-src 'self'",
            "manifest-src 'self'",
            "frame-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors ");

    private final Caller caller;
    private final List<ForOtherSites> forOthers;

    SafeHeaders(Caller caller, @All List<ForOtherSites> forOthers) {
        this.caller = caller;
        this.forOthers = forOthers;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", isForOthers(context) ? "cross-origin" : "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        frame(headers, Framing.allowed(context));
        if (KEPT_NOWHERE.stream().anyMatch(context.normalizedPath()::startsWith)) {
            headers.set("Cache-Control", "no-store");
        } else if (HASHED.stream().noneMatch(context.normalizedPath()::startsWith)) {
            context.addHeadersEndHandler(done -> headers.set("Cache-Control", "no-cache"));
        }
        if (caller.isSecure(context.request())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }

    /** The older header knows no list, so it goes where there is one. */
    private static void frame(MultiMap headers, @Nullable String ancestors) {
        if (ancestors == null) {
            headers.set("X-Frame-Options", "DENY");
        }
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            headers.set("Content-Security-Policy", CONTENT_POLICY + (ancestors == null ? "'none'" : ancestors));
        }
    }

    private boolean isForOthers(RoutingContext context) {
        return Framing.allowed(context) != null
                || forOthers.stream().anyMatch(room -> room.includes(context.normalizedPath()));
    }
}
