package io.firth.staff;

import io.firth.http.Caller;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie that carries a session: unreadable for scripts, never sent along by other sites' forms. */
@Singleton
public class SessionCookie {

    private static final String PLAIN = "firth_session";
    private static final String OVER_TLS = "__Host-firth_session";
    private static final Duration AGE = Duration.ofDays(60);

    private final Caller caller;

    SessionCookie(Caller caller) {
        this.caller = caller;
    }

    Optional<Token> of(HttpServerRequest request) {
        return Optional.ofNullable(request.getCookie(name(request)))
                .map(Cookie::getValue)
                .map(Token::new);
    }

    /** The value of {@code Set-Cookie} that begins a session. */
    public String set(HttpServerRequest request, Token token) {
        return text(request, token.text(), AGE);
    }

    /** The value of {@code Set-Cookie} that ends it. */
    public String clear(HttpServerRequest request) {
        return text(request, "", Duration.ZERO);
    }

    private String text(HttpServerRequest request, String value, Duration age) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name(request), value, age.toSeconds(), caller.isSecure(request) ? "; Secure" : "");
    }

    private String name(HttpServerRequest request) {
        return caller.isSecure(request) ? OVER_TLS : PLAIN;
    }
}
