package io.firth.http;

import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.WebSocket;
import io.smallrye.mutiny.Uni;

@WebSocket(path = "/live/trial")
class TrialSocket {

    @OnOpen
    Uni<String> open() {
        return Uni.createFrom().item("hello");
    }
}
