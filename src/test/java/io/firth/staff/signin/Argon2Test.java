package io.firth.staff.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Argon2Test {

    @Test
    void aHashOfTheReferenceImplementationIsUnderstood() {
        // Given: from the test of github.com/P-H-C/phc-winner-argon2
        var hash =
                Argon2.parse("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

        // Then
        assertThat(hash.matches("password")).isTrue();
        assertThat(hash.matches("Password")).isFalse();
    }

    @Test
    void theSamePasswordHasAnotherHashEachTime() {
        // When
        var one = Argon2.hash("correct horse").toString();
        var other = Argon2.hash("correct horse").toString();

        // Then
        assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(other);
        assertThat(Argon2.parse(one).matches("correct horse")).isTrue();
    }
}
