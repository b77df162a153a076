package io.firth.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.channel.bluesky.Server.Asked;
import io.firth.channel.bluesky.Server.Said;
import io.firth.channel.bluesky.xrpc.Refusal;
import io.firth.channel.bluesky.xrpc.Unreachable;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in, which a server allows thirty times in five minutes. */
class SessionTest {

    private static final String SIGN_IN = "com.atproto.server.createSession";
    private static final String REFRESH = "com.atproto.server.refreshSession";
    private static final String LIST = "app.bsky.notification.listNotifications";

    private Server server;
    private Room room;
    private volatile String valid = "first";

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new Server().on(LIST, this::list);
        room = new Room(server, folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void oneSignInIsEnoughForManyCalls() {
        // When
        read();
        read();

        // Then
        assertThat(room.line.network().did()).isEqualTo(Server.DID);
        assertThat(server.heard()).containsExactly(SIGN_IN, LIST, LIST);
    }

    @Test
    void aTokenThatRanOutIsRefreshedAndTheCallRepeated() {
        // Given
        read();
        valid = "second";
        server.on(
                REFRESH,
                asked -> asked.token().equals("first again")
                        ? Server.session("second")
                        : Said.no(400, "ExpiredToken", ""));

        // When
        read();

        // Then
        assertThat(server.heard()).containsExactly(SIGN_IN, LIST, LIST, REFRESH, LIST);
    }

    @Test
    void whereRefreshingIsRefusedItSignsInAgain() {
        // Given
        read();
        valid = "second";
        server.on(REFRESH, asked -> Said.no(400, "ExpiredToken", "Token has been revoked"));
        server.on(SIGN_IN, asked -> Server.session("second"));

        // When
        read();

        // Then
        assertThat(server.heard()).containsExactly(SIGN_IN, LIST, LIST, REFRESH, SIGN_IN, LIST);
    }

    @Test
    void aPasswordThatWasRefusedIsNotTriedAgainAtOnce() {
        // Given
        server.on(SIGN_IN, asked -> Recorded.refusal("wrong-password"));

        // When
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(this::read).isInstanceOf(Refusal.class).hasMessage("Invalid identifier or password");
        }

        // Then
        assertThat(server.heard()).containsExactly(SIGN_IN);
    }

    @Test
    void anAnswerThatIsNoneIsNoRefusal() {
        // Given
        server.on(LIST, asked -> Said.ok("<html>maintenance</html>"));

        // Then
        assertThatThrownBy(this::read).isInstanceOf(Unreachable.class).hasMessageContaining("no JSON");

        // Given
        server.close();

        // Then
        assertThatThrownBy(this::read).isInstanceOf(Unreachable.class).hasMessageContaining("cannot be reached");
    }

    @Test
    void anAnswerWithoutEndIsGivenUp() {
        // Given
        server.on(LIST, asked -> Said.ok("\"" + "x".repeat(9 * 1024 * 1024) + "\""));

        // Then
        assertThatThrownBy(this::read).isInstanceOf(Unreachable.class).hasMessageContaining("more than can be taken");
    }

    private void read() {
        room.line.network().notifications(List.of(), 1, null);
    }

    private Said list(Asked asked) {
        return asked.token().equals(valid)
                ? Said.ok(Recorded.text("notifications"))
                : Said.no(400, "ExpiredToken", "Token has expired");
    }
}
