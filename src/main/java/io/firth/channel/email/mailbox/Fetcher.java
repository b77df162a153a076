package io.firth.channel.email.mailbox;

import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.email.Slot;
import io.firth.channel.email.mime.Headers;
import io.firth.channel.email.mime.MailParser;
import io.firth.channel.email.mime.Words;
import io.firth.channel.email.spool.Crowded;
import io.firth.channel.email.spool.Spools;
import io.firth.channel.email.spool.TooLarge;
import io.firth.conversation.Address;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Brings one mail from its folder into our hands. */
final class Fetcher {

    private final UUID account;
    private final Spools spools;
    private final long largest;

    Fetcher(UUID account, Spools spools, long largest) {
        this.account = account;
        this.spools = spools;
        this.largest = largest;
    }

    /**
     * What was fetched.
     *
     * @param obstacle why these are only its header fields; empty where it is whole
     */
    record Fetched(RawInput raw, Optional<String> obstacle) {}

    /** Empty where the mail is gone meanwhile. */
    Optional<Fetched> fetch(ImapConnection connection, Slot slot, Listed mail) throws IOException, Crowded {
        if (mail.size() > largest) {
            return beheaded(connection, slot, mail);
        }
        try (var spool = spools.read(connection.mail(mail.uid()))) {
            var bytes = spool.bytes();
            return bytes.length == 0
                    ? Optional.empty()
                    : Optional.of(new Fetched(raw(slot, mail, bytes), Optional.empty()));
        } catch (TooLarge afterAll) {
            return beheaded(connection, slot, mail);
        }
    }

    private Optional<Fetched> beheaded(ImapConnection connection, Slot slot, Listed mail) throws IOException {
        var header = connection.header(mail.uid());
        var obstacle =
                "It has %d MB, and at most %d MB are taken in (FIRTH_IMAP_MAX_SIZE). These are its header fields; the mail is still in the folder %s."
                        .formatted(megabytes(mail.size()), megabytes(largest), slot.folder());
        return header.length == 0
                ? Optional.empty()
                : Optional.of(new Fetched(raw(slot, mail, header), Optional.of(obstacle)));
    }

    private static long megabytes(long bytes) {
        return Math.max(1, Math.round(bytes / 1_048_576.0));
    }

    /** The id is that of the content, so that what was set aside is known when a whole folder is read anew. */
    private RawInput raw(Slot slot, Listed mail, byte[] bytes) {
        var now = Instant.now();
        var at = mail.received().isAfter(now) ? now : mail.received();
        return new RawInput(
                id(bytes),
                ChannelType.EMAIL,
                account,
                at,
                sender(MailParser.headers(bytes)),
                List.of(slot.toString()),
                bytes);
    }

    /** The envelope sender, if the last server wrote it down (RFC 5321, 4.4); else whoever is named. */
    private static String sender(Headers headers) {
        return headers.first("return-path")
                .map(value -> value.replaceAll("[<>\\s]", ""))
                .orElseGet(() -> Words.addresses(headers.every("from")).stream()
                        .findFirst()
                        .map(Address::value)
                        .orElse("unknown"));
    }

    private UUID id(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(account.getMostSignificantBits())
                    .putLong(account.getLeastSignificantBits())
                    .array());
            return UUID.nameUUIDFromBytes(digest.digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
