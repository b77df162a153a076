package io.firth.staff.people;

import io.firth.staff.SessionCookie;
import io.firth.staff.Token;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** The answers to somebody who comes in or goes: no content, and what becomes of the session's cookie. */
@Singleton
class Entrance {

    private final SessionCookie cookie;

    Entrance(SessionCookie cookie) {
        this.cookie = cookie;
    }

    Response open(HttpServerRequest request, Token token) {
        return Response.noContent()
                .header("Set-Cookie", cookie.set(request, token))
                .build();
    }

    Response close(HttpServerRequest request) {
        return Response.noContent().header("Set-Cookie", cookie.clear(request)).build();
    }
}
