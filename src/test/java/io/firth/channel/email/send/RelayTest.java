package io.firth.channel.email.send;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.channel.OutcomeUnknown;
import io.firth.channel.Undeliverable;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final Letter LETTER = new Letter(
            "1@desk.acme.test",
            "support+b.1@acme.test",
            List.of("anna@customer.test"),
            "From: support@acme.test\r\nTo: anna@customer.test\r\nSubject: x\r\n\r\nx\r\n".getBytes(US_ASCII));

    @Test
    void aRefusalForGoodSaysTheServersWords() throws IOException {
        try (var server = new ScriptedRelay("RCPT", "550 5.1.1 no such user here")) {
            // Given
            var relay = relay(server.url());

            // When // Then
            assertThatThrownBy(() -> relay.send(LETTER, () -> {}))
                    .isInstanceOf(Undeliverable.class)
                    .hasMessageContaining("550 5.1.1 no such user here")
                    .hasMessageContaining("anna@customer.test");
        }
    }

    @Test
    void aRefusalForNowIsTriedAgain() throws IOException {
        try (var server = new ScriptedRelay("END", "451 4.7.1 greylisted")) {
            // Given
            var relay = relay(server.url());

            // When // Then
            assertThatThrownBy(() -> relay.send(LETTER, () -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("451 4.7.1 greylisted");
        }
    }

    @Test
    void aCutBeforeTheEndIsTriedAgain() throws IOException {
        try (var server = new ScriptedRelay("DATA", ScriptedRelay.CUT)) {
            // Given
            var relay = relay(server.url());

            // When // Then
            assertThatThrownBy(() -> relay.send(LETTER, () -> {})).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aCutAfterTheEndIsUncertain() throws IOException {
        try (var server = new ScriptedRelay("END", ScriptedRelay.CUT)) {
            // Given
            var relay = relay(server.url());

            // When // Then
            assertThatThrownBy(() -> relay.send(LETTER, () -> {})).isInstanceOf(OutcomeUnknown.class);
        }
    }

    @Test
    void whatIsNotToBeHandedOverIsNotSent() throws IOException {
        try (var server = new ScriptedRelay("NEVER", "")) {
            // Given
            var relay = relay(server.url());
            Runnable handover = () -> {
                throw new IllegalStateException("somebody else sends it");
            };

            // When // Then
            assertThatThrownBy(() -> relay.send(LETTER, handover))
                    .isInstanceOf(IllegalStateException.class)
                    .hasStackTraceContaining("somebody else sends it");
            assertThat(server.heard()).contains("DATA").doesNotContain(".", "QUIT");
        }
    }

    @Test
    void aPasswordIsNotSentInTheClear() throws IOException {
        try (var server = new ScriptedRelay("NEVER", "")) {
            // Given
            var relay = relay("smtp://ada:secret@127.0.0.1:" + server.port());

            // When // Then
            assertThatThrownBy(() -> relay.send(LETTER, () -> {})).isInstanceOf(IllegalStateException.class);
            assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
        }
    }

    private static Relay relay(String url) {
        return new Relay(RelayUrl.server(URI.create(url)), new RelayConfig() {
            @Override
            public Optional<URI> url() {
                return Optional.of(URI.create(url));
            }

            @Override
            public boolean signedSender() {
                return true;
            }

            @Override
            public Duration connect() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration answer() {
                return Duration.ofSeconds(5);
            }
        });
    }
}
