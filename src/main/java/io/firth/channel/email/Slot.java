package io.firth.channel.email;

import io.firth.channel.RawInput;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a mail lies in a mailbox: what stands in the place of envelope recipients in {@link RawInput} that was fetched and not
 * received. It is the mail's dedup key of the transport, too.
 *
 * @param sent whether it is the folder of what our own side sent
 */
public record Slot(boolean sent, String folder, long uidValidity, long uid) {

    /** After RFC 5092, 3: a folder's name never holds an at sign here, so that no recipient of a mail can look like this. */
    private static final Pattern WRITTEN =
            Pattern.compile("imap(-sent)?:/([^@;/]+);UIDVALIDITY=(\\d{1,10})/;UID=(\\d{1,10})");

    /** Empty where the mail was not fetched. */
    static Optional<Slot> of(RawInput raw) {
        return raw.to().size() == 1 ? parse(raw.to().getFirst()) : Optional.empty();
    }

    static Optional<Slot> parse(String text) {
        var written = WRITTEN.matcher(text);
        if (!written.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Slot(
                written.group(1) != null,
                URLDecoder.decode(written.group(2), StandardCharsets.UTF_8),
                Long.parseLong(written.group(3)),
                Long.parseLong(written.group(4))));
    }

    @Override
    public String toString() {
        return "imap%s:/%s;UIDVALIDITY=%d/;UID=%d"
                .formatted(sent ? "-sent" : "", URLEncoder.encode(folder, StandardCharsets.UTF_8), uidValidity, uid);
    }
}
