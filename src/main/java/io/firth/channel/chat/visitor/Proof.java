package io.firth.channel.chat.visitor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Judges what a page claims, by the secrets that its site shares with us. Every secret is tried, in the same time. */
public final class Proof {

    private static final String MAC = "HmacSHA256";
    private static final int LONGEST_SUBJECT = 200;

    private final UUID account;
    private final List<byte[]> secrets;

    /** @param account for which a signed token must be meant */
    public Proof(UUID account, List<byte[]> secrets) {
        this.account = account;
        this.secrets = secrets;
    }

    public Verdict of(Claim claim, Instant now) {
        if (secrets.isEmpty()) {
            return new Verdict.Refused("This account has no identity secret yet.");
        }
        if (claim.jwt() != null) {
            return new SignedToken(account, this::isSigned).judge(claim.jwt(), now);
        }
        return claim.userId() == null || claim.hmac() == null
                ? new Verdict.Refused("An identity is a jwt, or a user_id with its hmac.")
                : byHash(claim, claim.userId(), claim.hmac());
    }

    private Verdict byHash(Claim claim, String userId, String hmac) {
        var hash = hash(hmac);
        if (hash == null || !isSubject(userId) || !isSigned(userId.getBytes(StandardCharsets.UTF_8), hash)) {
            return new Verdict.Refused("The hmac is not that of the user_id.");
        }
        return new Verdict.Proven(new Identity(userId, claim.name(), claim.email(), false));
    }

    static boolean isSubject(String text) {
        return !text.isBlank() && text.length() <= LONGEST_SUBJECT && text.indexOf('\0') < 0;
    }

    private boolean isSigned(byte[] message, byte[] signature) {
        var matches = false;
        for (var secret : secrets) {
            matches |= MessageDigest.isEqual(mac(secret, message), signature);
        }
        return matches;
    }

    private static byte @Nullable [] hash(String hex) {
        try {
            return HexFormat.of().parseHex(hex.strip());
        } catch (IllegalArgumentException noHex) {
            return null;
        }
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret, MAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
