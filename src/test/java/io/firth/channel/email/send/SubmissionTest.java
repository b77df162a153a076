package io.firth.channel.email.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.Settings;
import io.firth.channel.email.TestAuthority;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** An account's own relay, which wants STARTTLS and a password. */
class SubmissionTest {

    private static final Letter LETTER = new Letter(
            "1@desk.acme.test",
            "<>",
            List.of("anna@customer.test", "hidden@customer.test"),
            "From: support@acme.test\r\nTo: anna@customer.test\r\nSubject: x\r\n\r\nx\r\n"
                    .getBytes(StandardCharsets.US_ASCII));

    /** From whom to whom; the last recipient is all that the server tells. */
    private static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

    private static TestAuthority authority;
    private static SMTPServer server;

    @BeforeAll
    static void open(@TempDir Path folder) {
        authority = TestAuthority.in(folder);
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(authority.context())
                .requireAuth()
                .authenticationHandlerFactory(
                        new EasyAuthenticationHandlerFactory((user, password, context) -> check(user, password)))
                .messageHandler((context, from, to, data) -> RECEIVED.add(from + " > " + to))
                .build();
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop();
    }

    private static void check(String user, String password) throws LoginFailedException {
        if (!user.equals("support@acme.test") || !password.equals("secret")) {
            throw new LoginFailedException();
        }
    }

    @Test
    void aMailGoesOutWithItsHiddenRecipientsAndWithoutAWayBack() {
        // Given
        RECEIVED.clear();

        // When
        relay("localhost", "secret", true).send(LETTER, () -> {});

        // Then
        assertThat(RECEIVED).containsExactly(" > hidden@customer.test");
    }

    @Test
    void aTrialSignsInAndSendsNothing() {
        // Given
        RECEIVED.clear();

        // When
        var trial = relay("localhost", "secret", true).test();

        // Then
        assertThat(trial.ok()).isTrue();
        assertThat(trial.detail()).contains("Signed in to localhost:", "STARTTLS", "support@acme.test");
        assertThat(RECEIVED).isEmpty();
    }

    @Test
    void aWrongPasswordIsToldInTheServersWords() {
        // When
        var trial = relay("localhost", "wrong", true).test();

        // Then
        assertThat(trial.ok()).isFalse();
        assertThat(trial.detail()).contains("535");
    }

    @Test
    void aCertificateOfAStrangerOrForAnotherHostIsNotBelieved() {
        // Given
        RECEIVED.clear();

        // When
        var stranger = relay("localhost", "secret", false).test();
        var elsewhere = relay("127.0.0.1", "secret", true).test();

        // Then
        assertThat(stranger.ok()).isFalse();
        assertThat(elsewhere.ok()).isFalse();
        assertThatThrownBy(() -> relay("127.0.0.1", "secret", true).send(LETTER, () -> {}))
                .isInstanceOf(IllegalStateException.class);
        assertThat(RECEIVED).isEmpty();
    }

    private static Relay relay(String host, String password, boolean trusting) {
        Map<String, String> values = new HashMap<>(Map.of(
                "address", "support@acme.test",
                "smtp_host", host,
                "smtp_port", String.valueOf(server.getPortAllocated()),
                "smtp_security", "starttls",
                "smtp_user", "support@acme.test"));
        if (trusting) {
            values.put("authorities", authority.certificate());
        }
        var account = new Account(
                UUID.randomUUID(),
                ChannelType.EMAIL,
                "Acme",
                "support@acme.test",
                List.of(),
                Account.State.ACTIVE,
                Settings.of(values, Map.of("smtp_password", password)));
        return Relay.of(account, NO_RELAY).orElseThrow();
    }

    private static final RelayConfig NO_RELAY = new RelayConfig() {
        @Override
        public Optional<URI> url() {
            return Optional.empty();
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
    };
}
