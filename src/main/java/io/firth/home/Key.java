package io.firth.home;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The one key of a deployment. */
final class Key {

    private static final String MAC = "HmacSHA256";
    private static final byte[] SALT = "io.firth.home".getBytes(StandardCharsets.UTF_8);

    private final byte[] extracted;

    private Key(byte[] secret) {
        this.extracted = mac(SALT, secret);
    }

    static Key of(String secret) {
        return new Key(secret.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** The key in the home's file, made up at the first call. */
    static Key in(Path home) {
        return Folders.reading(() -> {
            Path file = home.resolve("key");
            if (!Files.exists(file)) {
                Folders.writeSecret(file, random());
            }
            return of(Files.readString(file));
        });
    }

    /** 256 random bits in hex. */
    static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** RFC 5869, section 2.3: the first block of the expansion, all that 32 bytes need. */
    byte[] derive(String purpose) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        return mac(
                extracted,
                ByteBuffer.allocate(info.length + 1).put(info).put((byte) 1).array());
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
