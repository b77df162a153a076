package io.firth.staff.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** One Argon2id hash with what it was made with (RFC 9106), written as a PHC string. */
record Argon2(int memoryKib, int passes, int lanes, byte[] salt, byte[] hash) {

    // The OWASP password storage cheat sheet's minimum: m = 19 MiB, t = 2, p = 1.
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern PHC =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d+),t=(\\d+),p=(\\d+)\\$([^$]+)\\$([^$]+)");

    static Argon2 hash(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return new Argon2(MEMORY_KIB, PASSES, LANES, salt, new byte[HASH_BYTES]).with(password);
    }

    static Argon2 parse(String phc) {
        var match = PHC.matcher(phc);
        if (!match.matches()) {
            throw new IllegalArgumentException("This is no Argon2id hash");
        }
        var decoder = Base64.getDecoder();
        return new Argon2(
                Integer.parseInt(match.group(1)),
                Integer.parseInt(match.group(2)),
                Integer.parseInt(match.group(3)),
                decoder.decode(match.group(4)),
                decoder.decode(match.group(5)));
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, with(password).hash);
    }

    @Override
    public String toString() {
        var encoder = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
                .formatted(memoryKib, passes, lanes, encoder.encodeToString(salt), encoder.encodeToString(hash));
    }

    private Argon2 with(String password) {
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        var computed = new byte[hash.length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), computed);
        return new Argon2(memoryKib, passes, lanes, salt, computed);
    }
}
