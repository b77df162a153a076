package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.http.egress.Outcome;
import io.firth.http.egress.Outcome.Answered;
import io.firth.http.egress.Outcome.Refused;
import io.firth.http.egress.Outcome.Unreachable;
import io.firth.http.foreign.Clean;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * What the outcome of a callback means.
 *
 * @param words the other system's, for people
 */
record Verdict(Meaning meaning, String words) {

    private static final int LONGEST_WORDS = 300;

    /** Those of 4xx that only mean “not now” (RFC 9110, 15.5.9; RFC 8470, 5.2; RFC 6585, 4). */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429);

    /** Those that say something of the address and not of the message. */
    private static final Set<Integer> OF_THE_ADDRESS = Set.of(401, 403, 404, 405, 410);

    /** {@code REFUSED}: this message, for good. {@code CLOSED}: every message, until somebody changes something. */
    enum Meaning {
        TAKEN,
        REFUSED,
        CLOSED,
        NOT_NOW
    }

    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case Refused(var words) -> new Verdict(Meaning.CLOSED, words);
            case Unreachable(var words) -> new Verdict(Meaning.NOT_NOW, "The callback cannot be reached: " + words);
            case Answered answered -> new Verdict(meaning(answered.status()), words(answered));
        };
    }

    /** The other system's own id of what it took, where it tells one. */
    static Optional<String> id(Outcome outcome, ObjectMapper json) {
        try {
            return outcome instanceof Answered answered && answered.whole()
                    ? Optional.ofNullable(json.readTree(answered.body()))
                            .map(body -> body.path("id").asText(""))
                            .map(Clean::line)
                            .filter(id -> !id.isEmpty() && id.length() <= 200)
                    : Optional.empty();
        } catch (IOException noJson) {
            return Optional.empty();
        }
    }

    private static Meaning meaning(int status) {
        if (status >= 200 && status < 300) {
            return Meaning.TAKEN;
        }
        if (status >= 500 || PASSING.contains(status)) {
            return Meaning.NOT_NOW;
        }
        return status < 400 || OF_THE_ADDRESS.contains(status) ? Meaning.CLOSED : Meaning.REFUSED;
    }

    private static String words(Answered answered) {
        var said = Clean.line(new String(answered.body(), UTF_8));
        var shown = said.length() <= LONGEST_WORDS ? said : said.substring(0, LONGEST_WORDS) + "…";
        return "The callback answers " + answered.status() + (shown.isEmpty() ? "." : ": " + shown);
    }
}
