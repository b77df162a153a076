package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.message;
import static io.firth.channel.chat.Panel.op;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.firth.staff.SignedIn;
import io.firth.staff.Token;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.net.http.WebSocketHandshakeException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What the visitors' socket does not take. */
@QuarkusTest
class ChatSafetyTest {

    @Test
    void aSiteThatNobodyAllowedOpensNoSocket() {
        assertThat(refusal("https://evil.example")).isEqualTo(403);
        assertThat(refusal("null")).isEqualTo(403);
    }

    @Test
    void aSiteOpensItsOwnChatOnly() {
        Shop.open();
        var other = Shop.open(Map.of("origins", "https://other.example"));
        try (var panel = Panel.connect(Shop.ORIGIN)) {
            panel.say(Map.of("op", "hello", "account", other.account()));
            assertThat(panel.next(op("bye")).path("reason").asText()).isEqualTo("origin");
            assertThat(panel.awaitClosed()).isEqualTo(4004);
        }
    }

    @Test
    void ourOwnPagesAndWhatIsNoPageMayComeIn() {
        var shop = Shop.open();
        try (var panel = Panel.connect(null)) {
            panel.hello(shop, Map.of());
            panel.writes("Hello");
        }
    }

    @Test
    void whoSaysNothingIsSentAway() {
        try (var panel = Panel.connect(null)) {
            assertThat(panel.awaitClosed()).isEqualTo(4002);
        }
    }

    @Test
    void anUnknownOrPausedAccountIsSaidToBeGone() {
        var shop = Shop.open();
        try (var panel = Panel.open(shop);
                var stranger = Panel.connect(null)) {
            stranger.say(Map.of("op", "hello", "account", UUID.randomUUID()));
            assertThat(stranger.awaitClosed()).isEqualTo(4003);

            // When
            shop.pause();

            // Then
            assertThat(panel.next(op("bye")).path("retry_after").asLong()).isEqualTo(60);
            assertThat(panel.awaitClosed()).isEqualTo(4003);
        }
    }

    @Test
    void nothingIsTakenBeforeAHello() {
        try (var panel = Panel.connect(null)) {
            panel.write("Hello");
            assertThat(panel.next(op("error")).path("code").asText()).isEqualTo("hello.first");
        }
    }

    @Test
    void whatIsNoRequestIsSaidToBeNone() {
        try (var panel = Panel.open(Shop.open())) {
            for (var text : new String[] {"hello", "{}", "null", "[]", "{\"op\":\"drop\"}", "{\"op\":\"message\"}"}) {
                var seen = panel.frames.size();
                panel.say(text);
                assertThat(panel.after(seen, op("error")).path("code").asText()).isEqualTo("malformed");
            }
            panel.writes("Still here");
        }
    }

    @Test
    void aFrameThatIsTooLongEndsTheSocket() {
        try (var panel = Panel.open(Shop.open())) {
            panel.write("x".repeat(70_000));
            assertThat(panel.awaitClosed()).isNotZero();
        }
    }

    @Test
    void aMessageHasALengthAndSomethingInIt() {
        try (var panel = Panel.open(Shop.open())) {
            var id = panel.write("é".repeat(10_001));
            var refused = panel.next(op("refused"));
            assertThat(refused.path("id").asText()).isEqualTo(id.toString());
            assertThat(refused.path("code").asText()).isEqualTo("message.too_long");
            assertThat(refused.has("retry_after")).isFalse();
            panel.write(" ");
            panel.next(op("refused").and(frame -> frame.path("code").asText().equals("message.empty")));
            panel.writes("🙂".repeat(10_000));
        }
    }

    @Test
    void aFloodEndsTheSocket() {
        try (var panel = Panel.open(Shop.open())) {
            for (int i = 0; i < 1000; i++) {
                panel.say("{\"op\":\"pong\"}");
            }
            assertThat(panel.awaitClosed()).isEqualTo(4008);
        }
    }

    @Test
    void aTokenOpensItsOwnAccountOnly() {
        var shop = Shop.open();
        var other = Shop.open();
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            try (var elsewhere = Panel.open(other, Map.of("token", panel.token()));
                    var guessed = Panel.open(shop, Map.of("token", "fv_guessed"))) {
                elsewhere.next(
                        op("error").and(frame -> frame.path("code").asText().equals("token.unknown")));
                guessed.next(
                        op("error").and(frame -> frame.path("code").asText().equals("token.unknown")));
                assertThat(elsewhere.next(op("welcome")).path("conversation").has("id"))
                        .isFalse();
            }
        }
    }

    @Test
    void anOldTokenIsReplacedAndEndsAfterTheNewOneWasShown() {
        var shop = Shop.open();
        String old;
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            old = panel.token();
        }
        change(old, "created_at = now() - interval '31 days'");

        // When
        String fresh;
        try (var panel = Panel.open(shop, Map.of("token", old))) {
            panel.next(message("Hello"));
            fresh = panel.token();
        }

        // Then
        assertThat(fresh).isNotEqualTo(old);
        try (var panel = Panel.open(shop, Map.of("token", old))) {
            panel.next(message("Hello"));
        }
        try (var panel = Panel.open(shop, Map.of("token", fresh))) {
            panel.next(message("Hello"));
        }
        change(old, "ends_at = ends_at - interval '25 hours'");
        try (var panel = Panel.open(shop, Map.of("token", old))) {
            panel.next(op("error"));
        }
    }

    @Test
    void aTokenThatNobodyShowedForLongOpensNothing() {
        var shop = Shop.open();
        String token;
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            token = panel.token();
        }
        change(token, "used_at = now() - interval '181 days'");
        try (var panel = Panel.open(shop, Map.of("token", token))) {
            assertThat(panel.next(op("error")).path("code").asText()).isEqualTo("token.unknown");
        }
    }

    private static void change(String token, String what) {
        SignedIn.run("update visitor_token set " + what + " where hash = $1", Tuple.of(new Token(token).hash()));
    }

    private static int refusal(String origin) {
        var failure = catchThrowable(() -> Panel.connect(origin));
        return ((WebSocketHandshakeException) ((CompletionException) failure).getCause())
                .getResponse()
                .statusCode();
    }
}
