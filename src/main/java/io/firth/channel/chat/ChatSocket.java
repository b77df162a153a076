package io.firth.channel.chat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.logging.Log;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

/** The visitors' socket. Anybody may open it; who comes is said by its first frame, and no cookie counts. */
@WebSocket(path = "/live/visitor", endpointId = Upgrade.ENDPOINT)
class ChatSocket {

    private final Lobby lobby;

    ChatSocket(Lobby lobby) {
        this.lobby = lobby;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        return lobby.open(ClientProxy.unwrap(connection));
    }

    @OnTextMessage
    Uni<Void> said(String text, WebSocketConnection connection) {
        return lobby.said(connection.id(), text);
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        return lobby.closed(connection.id());
    }

    /** A peer that vanishes is the ordinary end of a socket, a frame that is too long another; a panel comes back by itself. */
    @OnError
    Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
        Log.debugf(failure, "A visitor's socket failed");
        return connection.isClosed() ? Uni.createFrom().voidItem() : connection.close(new CloseReason(1011, "failed"));
    }
}
