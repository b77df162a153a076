package io.firth.channel.email.receive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.email.Desk;
import io.firth.conversation.Inbound.Arrival;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTlsTest {

    private static final char[] PASSWORD = "for this test".toCharArray();

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void withACertificateAMailMayComeEncrypted(String algorithm, @TempDir Path folder) throws Exception {
        // Given
        var keys = keys(folder, algorithm);
        var cert = pem(
                folder.resolve("cert.pem"),
                "CERTIFICATE",
                keys.getCertificate("mail").getEncoded());
        var key = pem(
                folder.resolve("key.pem"),
                "PRIVATE KEY",
                keys.getKey("mail", PASSWORD).getEncoded());
        var desk = new Desk(folder);
        var receiver = Receivers.of(desk, cert, key);
        receiver.start();
        try {
            // When
            Transport.send(message(receiver.port()));

            // Then
            assertThat(((Arrival) desk.taken.getFirst()).subject()).isEqualTo("secret");
        } finally {
            receiver.stop();
        }
    }

    @Test
    void withoutACertificateNobodyIsOfferedOne(@TempDir Path folder) throws IOException {
        // Given
        var receiver = Receivers.of(new Desk(folder), 200_000, 1_000);
        receiver.start();
        try (var client = new RawSmtp(receiver.port())) {
            client.say("EHLO customer.test");

            // When
            var answer = client.say("STARTTLS");

            // Then
            assertThat(answer).startsWith("454");
        } finally {
            receiver.stop();
        }
    }

    private static MimeMessage message(int port) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", port);
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
        properties.put("mail.smtp.ssl.trust", "*");
        properties.put("mail.smtp.ssl.checkserveridentity", "false");
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("anna@customer.test"));
        message.setRecipients(Message.RecipientType.TO, "support@acme.test");
        message.setSubject("secret");
        message.setText("x");
        return message;
    }

    private static KeyStore keys(Path folder, String algorithm) throws Exception {
        var file = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var process = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        algorithm,
                        "-dname",
                        "CN=localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static Path pem(Path file, String what, byte[] der) throws IOException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
