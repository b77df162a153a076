package io.firth.staff;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What a request shows to be let in: the hash of a session's or a key's token. */
final class Credential extends BaseAuthenticationRequest {

    private final Kind kind;
    private final String hash;

    Credential(Kind kind, Token token) {
        this.kind = kind;
        this.hash = token.hash();
    }

    Kind kind() {
        return kind;
    }

    String hash() {
        return hash;
    }

    enum Kind {
        SESSION,
        KEY,
        /** The key of a screen on the wall, which a browser keeps as its cookie. */
        WALL
    }
}
