package io.firth.channel.email.mime;

import io.firth.http.foreign.Clean;
import java.util.Locale;
import java.util.Map;

/** A name for every file, also where the sender gave none. */
final class Names {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/vcard", ".vcf"),
            Map.entry("text/x-vcard", ".vcf"),
            Map.entry("text/csv", ".csv"),
            Map.entry("text/rfc822-headers", ".txt"),
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/global", ".eml"),
            Map.entry("message/delivery-status", ".txt"),
            Map.entry("message/disposition-notification", ".txt"),
            Map.entry("image/png", ".png"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("application/pgp-signature", ".asc"),
            Map.entry("application/pgp-keys", ".asc"),
            Map.entry("application/pkcs7-signature", ".p7s"),
            Map.entry("application/pkcs7-mime", ".p7m"));

    private static final Map<String, String> WORDS = Map.of(
            "text/calendar", "invite",
            "application/pgp-signature", "signature",
            "application/pkcs7-signature", "signature",
            "message/delivery-status", "delivery-report",
            "text/rfc822-headers", "returned-headers");

    private Names() {}

    static String of(Entity.Leaf leaf, int number) {
        String given = leaf.name();
        if (!given.isEmpty()) {
            return given;
        }
        String type = leaf.mediaType();
        if (type.equals("message/rfc822")) {
            return subject(leaf.bytes(), number);
        }
        return WORDS.getOrDefault(type, "part-" + number) + ENDINGS.getOrDefault(type, ".bin");
    }

    private static String subject(byte[] message, int number) {
        String subject = EntityReader.headers(java.util.Arrays.copyOf(message, Math.min(message.length, 20_000)))
                .first("subject")
                .map(Words::decode)
                .map(it -> Clean.fileName(it.replace('/', '-').replace('\\', '-')))
                .orElse("");
        String name = subject.isBlank() ? "message-" + number : subject;
        return name.toLowerCase(Locale.ROOT).endsWith(".eml") ? name : name + ".eml";
    }
}
