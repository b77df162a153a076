package io.firth.http;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What every response tells the browser not to do. */
@Singleton
class SafeHeaders {

    static final int FIRST = 1_000;

    /** Files whose name changes with their content may be kept; all else is asked for again, or a new version would hide. */
    private static final String HASHED = "/assets/";

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
            "frame-ancestors 'none'");

    private final Caller caller;

    SafeHeaders(Caller caller) {
        this.caller = caller;
    }

    void register(@Observes Filters filters) {
        filters.register(this::add, FIRST);
    }

    private void add(RoutingContext context) {
        var headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("X-Frame-Options", "DENY")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Cross-Origin-Resource-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        if (LaunchMode.current() != LaunchMode.DEVELOPMENT) {
            headers.set("Content-Security-Policy", CONTENT_POLICY);
        }
        if (context.normalizedPath().startsWith("/api")) {
            headers.set("Cache-Control", "no-store");
        } else if (!context.normalizedPath().startsWith(HASHED)) {
            context.addHeadersEndHandler(done -> headers.set("Cache-Control", "no-cache"));
        }
        if (caller.isSecure(context.request())) {
            headers.set("Strict-Transport-Security", "max-age=31536000");
        }
        context.next();
    }
}
