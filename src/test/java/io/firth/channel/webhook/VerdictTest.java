package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.channel.webhook.Verdict.Meaning;
import io.firth.http.egress.Outcome;
import io.firth.http.egress.Outcome.Answered;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

    @ParameterizedTest
    @CsvSource({
        "200, TAKEN", "202, TAKEN", "204, TAKEN", "301, CLOSED", "307, CLOSED", "400, REFUSED", "401, CLOSED",
        "403, CLOSED", "404, CLOSED", "408, NOT_NOW", "409, REFUSED", "410, CLOSED", "413, REFUSED", "422, REFUSED",
        "425, NOT_NOW", "429, NOT_NOW", "500, NOT_NOW", "502, NOT_NOW", "503, NOT_NOW"
    })
    void eachStatusMeansOneThing(int status, Meaning meaning) {
        assertThat(Verdict.of(answered(status, "")).meaning()).isEqualTo(meaning);
    }

    @Test
    void itsWordsAreForPeople() {
        assertThat(Verdict.of(answered(422, "No such\n customer")).words())
                .isEqualTo("The callback answers 422: No such customer");
        assertThat(Verdict.of(answered(500, "")).words()).isEqualTo("The callback answers 500.");
        assertThat(Verdict.of(answered(500, "x".repeat(9_000))).words()).hasSizeLessThan(400);
        assertThat(Verdict.of(new Outcome.Refused("Not there."))).isEqualTo(new Verdict(Meaning.CLOSED, "Not there."));
        assertThat(Verdict.of(new Outcome.Unreachable("Gone.")).meaning()).isEqualTo(Meaning.NOT_NOW);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"id\":\"m-9\"} | m-9", "{\"id\":7} | 7", "{\"id\":\"\"} |", "{} |", "[] |", "OK |", "'' |"})
    void itMayTellItsOwnId(String body, String id) {
        assertThat(Verdict.id(answered(200, body), new ObjectMapper()).orElse(null))
                .isEqualTo(id);
    }

    private static Answered answered(int status, String body) {
        return new Answered(status, Map.of(), body.getBytes(UTF_8), true);
    }
}
