package io.firth.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits that prove something by being known. Only their hash is stored, so a copy of the database opens nothing. */
public record Token(String text) {

    /** With which the token of a key begins, and no other. */
    public static final String KEY = "firth_";

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one, beginning with {@code prefix}. */
    public static Token fresh(String prefix) {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** SHA-256 in hexadecimal; enough for what nobody can guess. */
    public String hash() {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
