package io.firth.http;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;

@WebSocket(path = "/live/closed")
@RolesAllowed("agent")
class ClosedSocket {

    @OnOpen
    Uni<String> open() {
        return Uni.createFrom().item("hello");
    }
}
