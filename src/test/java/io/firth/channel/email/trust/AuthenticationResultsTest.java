package io.firth.channel.email.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.conversation.Trust;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationResultsTest {

    private static final String OURS = "mx.acme.test";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.acme.test; dmarc=pass (p=REJECT sp=REJECT dis=NONE) header.from=customer.test",
                "MX.acme.test 1; spf=fail smtp.mailfrom=x.test; dkim=fail; DMARC = Pass header.from = Customer.test",
                "mx.acme.test; dkim=pass (2048-bit; \"a (nested) key\") header.d=customer.test header.s=s1",
                "mx.acme.test; dmarc=none; dkim=fail header.d=x.test; dkim=pass header.d=customer.test",
                "mx.acme.test; spf=pass smtp.mailfrom=\"anna\"@customer.test",
            })
    void whatOurServerFoundGoodIsProven(String field) {
        // When // Then
        assertThat(verdict(field)).isEqualTo(Trust.PROVEN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mx.elsewhere.test; dmarc=pass header.from=customer.test",
                "mx.acme.test; none",
                "mx.acme.test; dmarc=fail header.from=customer.test; dkim=pass header.d=customer.test",
                "mx.acme.test; dmarc=pass header.from=other.test",
                "mx.acme.test; dkim=pass header.d=mailer.test; spf=pass smtp.mailfrom=bounces@mailer.test",
                "mx.acme.test; dkim=pass header.d=test",
                "mx.acme.test; x=(dkim=pass header.d=customer.test)",
                "mx.acme.test; dkim=fail reason=\"; dmarc=pass header.from=customer.test\"",
                "",
                ";;;==(((",
            })
    void everythingElseIsOnlyClaimed(String field) {
        // When // Then
        assertThat(verdict(field)).isEqualTo(Trust.CLAIMED);
    }

    @Test
    void aFieldThatCameWithTheMailStandsBelowAndDoesNotCount() {
        // Given
        var added = "mx.acme.test; dmarc=fail header.from=customer.test";
        var forged = "mx.acme.test; dmarc=pass header.from=customer.test";

        // When // Then
        assertThat(AuthenticationResults.of(List.of(added, forged), OURS, "customer.test"))
                .isEqualTo(Trust.CLAIMED);
        assertThat(AuthenticationResults.of(List.of("mx.elsewhere.test; dmarc=pass", forged), OURS, "customer.test"))
                .isEqualTo(Trust.PROVEN);
    }

    @Test
    void aSignatureOfTheDomainAboveCounts() {
        // Given
        var field = "mx.acme.test; dkim=pass header.d=customer.test";

        // When // Then
        assertThat(AuthenticationResults.of(List.of(field), OURS, "mail.customer.test"))
                .isEqualTo(Trust.PROVEN);
        assertThat(AuthenticationResults.of(List.of(field), OURS, "evilcustomer.test"))
                .isEqualTo(Trust.CLAIMED);
    }

    private static Trust verdict(String field) {
        return AuthenticationResults.of(List.of(field), OURS, "customer.test");
    }
}
