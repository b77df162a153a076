package io.firth.survey.answer;

import io.firth.home.Home;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The addresses of the pages where questions are answered: whoever has one may answer that question, and nothing else. */
@Singleton
class Links {

    private static final int MAC_BYTES = 16;
    private static final int ID_BYTES = 16;
    private static final int LENGTH = 43;

    private final byte[] key;
    private final String url;

    @Inject
    Links(Home home) {
        this(home.derive("survey.links"), home.url().toString());
    }

    Links(byte[] key, String url) {
        this.key = key.clone();
        this.url = url;
    }

    String to(UUID question) {
        return url + "/rate/" + token(question);
    }

    /** The question's id and a MAC of 128 bits, in letters that no address has to escape. */
    String token(UUID question) {
        var id = bytes(question);
        var all = ByteBuffer.allocate(ID_BYTES + MAC_BYTES).put(id).put(mac(id)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** Empty where we never made it. */
    Optional<UUID> read(String token) {
        if (token.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            var all = Base64.getUrlDecoder().decode(token);
            var id = Arrays.copyOf(all, ID_BYTES);
            var isOurs = MessageDigest.isEqual(mac(id), Arrays.copyOfRange(all, ID_BYTES, all.length));
            var read = ByteBuffer.wrap(id);
            var question = new UUID(read.getLong(), read.getLong());
            return isOurs && token(question).equals(token) ? Optional.of(question) : Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private byte[] mac(byte[] id) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(id), MAC_BYTES);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
