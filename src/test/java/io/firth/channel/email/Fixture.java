package io.firth.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** The mails in {@code src/test/resources/channel/email}, as a server would hand them over. */
final class Fixture {

    static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

    private Fixture() {}

    static String text(String name) {
        try (var in = Fixture.class.getResourceAsStream("/channel/email/" + name + ".eml")) {
            if (in == null) {
                throw new IllegalArgumentException("no fixture " + name);
            }
            return new String(in.readAllBytes(), UTF_8).replace("\n", "\r\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RawInput raw(String text) {
        return raw(text, "anna@customer.test", "support@acme.test");
    }

    static RawInput raw(String text, String from, String to) {
        return new RawInput(ChannelType.EMAIL, Desk.SUPPORT.id(), NOW, from, List.of(to), text.getBytes(UTF_8));
    }
}
