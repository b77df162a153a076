package io.firth.channel.email;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.Part;
import io.firth.conversation.Inbound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * By which a mail is known when it comes again. A Message-ID alone is not enough, since they repeat in real life: the
 * sender, the date, the recipients, the subject and all that was written count too. What servers add or wrap on the way does not: trace fields,
 * white space, transfer encodings. Which of our mailboxes it came to does not either: all of them share the key.
 *
 * @param key the dedup key
 * @param id the mail's Message-ID; made up from its content where it has none
 */
record Fingerprint(String key, String id) {

    static Fingerprint of(Mail mail) {
        MessageDigest digest = sha256();
        add(digest, mail.from() == null ? "" : mail.from().value());
        add(digest, mail.headers().first("date").orElse(""));
        add(digest, withoutSpace(mail.headers().first("to").orElse("")));
        add(digest, withoutSpace(mail.subject()));
        add(digest, withoutSpace(mail.text()));
        add(digest, withoutSpace(mail.html()));
        for (Part part : mail.parts()) {
            add(digest, HexFormat.of().formatHex(sha256().digest(part.bytes())));
        }
        String given = mail.messageId();
        String content = HexFormat.of().formatHex(digest.digest());
        String id = given == null ? "made." + content + "@firth.invalid" : given;
        return new Fingerprint(Inbound.SHARED + "mail:" + sha256(id) + ":" + content, id);
    }

    static String sha256(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(UTF_8)));
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(UTF_8));
        digest.update((byte) 0);
    }

    private static String withoutSpace(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> out.append((char) c));
        return out.toString();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
