package io.firth.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SealTest {

    private static final UUID MAILBOX = new UUID(0, 1);
    private static final Map<String, String> SECRETS = Map.of("password", "correct horse");

    private final Seal seal = new Seal(new byte[32]);

    @Test
    void whatWasSealedOpensForItsAccount() {
        assertThat(seal.open(MAILBOX, seal.seal(MAILBOX, SECRETS))).isEqualTo(SECRETS);
    }

    @Test
    void theSameSecretsNeverLookTheSame() {
        assertThat(seal.seal(MAILBOX, SECRETS)).isNotEqualTo(seal.seal(MAILBOX, SECRETS));
    }

    @Test
    void neitherAnotherAccountNorAnotherKeyNorAChangeOpensIt() {
        // Given
        var sealed = seal.seal(MAILBOX, SECRETS);
        var otherKey = new byte[32];
        otherKey[0] = 1;
        var changed = sealed.clone();
        changed[changed.length - 1] ^= 1;

        // When, Then
        assertThatThrownBy(() -> seal.open(new UUID(0, 2), sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal(otherKey).open(MAILBOX, sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> seal.open(MAILBOX, changed)).isInstanceOf(IllegalStateException.class);
    }
}
