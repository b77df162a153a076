package io.firth.live;

import io.firth.staff.Access;
import io.firth.staff.Gate;
import io.firth.staff.Role;
import io.quarkus.arc.ClientProxy;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;

/** The agents' socket. Who opens it has been checked before the upgrade, by the same rules as everywhere. */
@WebSocket(path = "/live")
@RolesAllowed(Role.WALLS)
class LiveSocket {

    private final Hub hub;
    private final Gate gate;
    private final SecurityIdentity caller;

    LiveSocket(Hub hub, Gate gate, SecurityIdentity caller) {
        this.hub = hub;
        this.gate = gate;
        this.caller = caller;
    }

    /** Asks once more after the page is known to the hub: what changed before, nobody could tell it. */
    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        var id = connection.id();
        return hub.open(ClientProxy.unwrap(connection), Access.of(caller))
                .chain(() -> gate.renew(caller))
                .chain(now -> hub.renewed(id, Access.of(now)))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithUni(() -> hub.expelled(id));
    }

    @OnTextMessage
    Uni<Void> said(String text, WebSocketConnection connection) {
        return hub.said(connection.id(), text);
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        return hub.closed(connection.id());
    }

    /** A peer that vanishes is the ordinary end of a socket; its page comes back by itself. */
    @OnError
    Uni<Void> failed(Throwable failure) {
        Log.debugf(failure, "A live socket failed");
        return Uni.createFrom().voidItem();
    }
}
