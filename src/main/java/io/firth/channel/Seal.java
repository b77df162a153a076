package io.firth.channel;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.home.Home;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keeps the secrets of accounts: AES-256-GCM under a key derived from the deployment's, bound to the account, so that a row
 * copied to another account opens nothing (NIST SP 800-38D).
 */
@Singleton
class Seal {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final ObjectMapper json = new ObjectMapper();
    private final SecretKeySpec key;

    @Inject
    Seal(Home home) {
        this(home.derive("channel.account-secrets"));
    }

    Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    byte[] seal(UUID account, Map<String, String> secrets) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, account, nonce).doFinal(json.writeValueAsBytes(secrets));
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException("Secrets could not be sealed", impossible);
        }
    }

    /** Fails with {@link IllegalStateException} where another key sealed them, or something was changed. */
    Map<String, String> open(UUID account, byte[] sealed) {
        try {
            byte[] nonce = Arrays.copyOf(sealed, NONCE);
            byte[] opened = cipher(Cipher.DECRYPT_MODE, account, nonce).doFinal(sealed, NONCE, sealed.length - NONCE);
            return json.readValue(opened, new TypeReference<>() {});
        } catch (GeneralSecurityException | IOException foreign) {
            throw new IllegalStateException(
                    "The secrets of account " + account + " were sealed with another key", foreign);
        }
    }

    private Cipher cipher(int mode, UUID account, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
