package io.firth.channel.email.ids;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.firth.home.Home;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Names that we give to conversations and messages in mails, and recognise when they come back. Each carries a MAC of 80
 * bits, so nobody can make one for a conversation that we never wrote to. ADR: threading by signed ids.
 */
@Singleton
public final class SignedIds {

    /** The header field by which our own mail is known when it comes back. */
    public static final String LOOP_FIELD = "X-Firth-Loop";

    /** RFC 5321, 4.5.3.1.1. */
    static final int LONGEST_LOCAL_PART = 64;

    private static final int MAC_BYTES = 10;
    private static final int MAC_LENGTH = 16;
    private static final int UUID_LENGTH = 26;

    private final byte[] key;
    private final String host;

    @Inject
    public SignedIds(Home home) {
        this(home.derive("mail.signed-ids"), home.url().getHost());
    }

    /** @param host what stands behind the at sign of our Message-IDs; null for none */
    public SignedIds(byte[] key, @Nullable String host) {
        this.key = key.clone();
        this.host = host == null ? "localhost" : host;
    }

    /** One of our messages. */
    public record MessageName(UUID conversation, int seq) {}

    /** {@code c.<conversation>.m.<seq>.<mac>@<host>}, without angle brackets. */
    public String messageId(UUID conversation, int seq) {
        return signed("message", conversation, seq) + "@" + host;
    }

    public Optional<MessageName> readMessageId(String id) {
        int at = id.lastIndexOf('@');
        return at < 0 ? Optional.empty() : readSigned("message", id.substring(0, at));
    }

    /** The value of the header by which we know our own mail when it comes back. */
    public String loopMark(UUID conversation, int seq) {
        return signed("loop", conversation, seq);
    }

    public boolean isLoopMark(String value) {
        return readSigned("loop", value.strip()).isPresent();
    }

    /**
     * The address that brings an answer into this conversation: {@code local+r.<conversation>.<mac>@domain}. Empty where
     * the local part would grow longer than mail servers must accept.
     */
    public Optional<String> replyAddress(String address, UUID conversation) {
        return subaddress(address, "r." + encoded(conversation) + "." + mac("reply", conversation, 0));
    }

    /** The envelope sender that brings a bounce back to the message it names: {@code local+b.<conversation>.<seq>.<mac>@domain}. */
    public Optional<String> bounceAddress(String address, UUID conversation, int seq) {
        return subaddress(address, "b." + encoded(conversation) + "." + seq + "." + mac("bounce", conversation, seq));
    }

    public Optional<UUID> readReplyAddress(String address) {
        String[] words = detail(address).split("\\.", -1);
        if (words.length != 3 || !words[0].equalsIgnoreCase("r")) {
            return Optional.empty();
        }
        return decoded(words[1]).filter(conversation -> matches(words[2], "reply", conversation, 0));
    }

    public Optional<MessageName> readBounceAddress(String address) {
        String[] words = detail(address).split("\\.", -1);
        if (words.length != 4 || !words[0].equalsIgnoreCase("b")) {
            return Optional.empty();
        }
        return named("bounce", words[1], words[2], words[3]);
    }

    /** The address without what follows the first plus sign of its local part. */
    public static String withoutDetail(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    private static String detail(String address) {
        int at = address.lastIndexOf('@');
        int plus = address.lastIndexOf('+', Math.max(at, 0));
        return plus > 0 && plus < at ? address.substring(plus + 1, at) : "";
    }

    private static Optional<String> subaddress(String address, String detail) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at + 1 + detail.length() > LONGEST_LOCAL_PART) {
            return Optional.empty();
        }
        return Optional.of(address.substring(0, at) + "+" + detail + address.substring(at));
    }

    private String signed(String purpose, UUID conversation, int seq) {
        return "c." + encoded(conversation) + ".m." + seq + "." + mac(purpose, conversation, seq);
    }

    private Optional<MessageName> readSigned(String purpose, String text) {
        String[] words = text.split("\\.", -1);
        if (words.length != 5 || !words[0].equalsIgnoreCase("c") || !words[2].equalsIgnoreCase("m")) {
            return Optional.empty();
        }
        return named(purpose, words[1], words[3], words[4]);
    }

    private Optional<MessageName> named(String purpose, String conversation, String digits, String mac) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        int seq = Integer.parseInt(digits);
        return decoded(conversation)
                .filter(id -> matches(mac, purpose, id, seq))
                .map(id -> new MessageName(id, seq));
    }

    private boolean matches(String given, String purpose, UUID conversation, int seq) {
        if (given.length() != MAC_LENGTH) {
            return false;
        }
        byte[] expected = macBytes(purpose, conversation, seq);
        return Code32.decode(given, MAC_BYTES)
                .filter(bytes -> MessageDigest.isEqual(bytes, expected))
                .isPresent();
    }

    private String mac(String purpose, UUID conversation, int seq) {
        return Code32.encode(macBytes(purpose, conversation, seq));
    }

    private byte[] macBytes(String purpose, UUID conversation, int seq) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(purpose.getBytes(US_ASCII));
            mac.update((byte) 0);
            mac.update(bytes(conversation));
            mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(seq).array());
            return Arrays.copyOf(mac.doFinal(), MAC_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String encoded(UUID id) {
        return Code32.encode(bytes(id));
    }

    private static Optional<UUID> decoded(String text) {
        return text.length() != UUID_LENGTH
                ? Optional.empty()
                : Code32.decode(text, 16).map(SignedIds::uuid);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static UUID uuid(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new UUID(buffer.getLong(), buffer.getLong());
    }
}
