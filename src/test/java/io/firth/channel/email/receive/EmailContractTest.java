package io.firth.channel.email.receive;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.Desk;
import io.firth.channel.ChannelContract;
import io.firth.channel.Stage;
import io.firth.home.Home;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** E-mail by SMTP, and out into the outbox. */
@QuarkusTest
class EmailContractTest implements ChannelContract {

    @Inject
    SmtpReceiver receiver;

    @Inject
    Home home;

    @Override
    public Stage stage() {
        return new BySmtp();
    }

    private final class BySmtp implements Stage {

        @Override
        public UUID account() {
            return Desk.account();
        }

        @Override
        public void arrives(Told told) {
            var from = told.by() + "@customer.example";
            var after = told.after() == null ? "" : "In-Reply-To: <" + told.after() + "@customer.example>\r\n";
            deliver(from, """
                    From: %s\r
                    To: support@localhost\r
                    Subject: Where is my parcel?\r
                    Date: Mon, 5 Jan 2026 09:00:00 +0000\r
                    Message-ID: <%s@customer.example>\r
                    %s\r
                    %s\r
                    """.formatted(from, told.key(), after, told.text()));
        }

        @Override
        public void arrivesUnknown() {
            deliver("", "This is no mail at all " + UUID.randomUUID() + "\r\n");
        }

        @Override
        public long seenOutside(String text) {
            var outbox = home.folder().resolve("outbox");
            if (!Files.isDirectory(outbox)) {
                return 0;
            }
            try (var files = Files.list(outbox)) {
                return files.filter(file -> says(file, text)).count();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void deliver(String from, String mail) {
            try (var client = new RawSmtp(receiver.port())) {
                client.say("EHLO customer.example");
                assertThat(client.deliver(from, "support@localhost", mail)).startsWith("250");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Quoted-printable breaks lines where it likes. */
        private static boolean says(Path file, String text) {
            try {
                return file.toString().endsWith(".eml")
                        && Files.readString(file, StandardCharsets.ISO_8859_1)
                                .replace("=\r\n", "")
                                .contains(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
