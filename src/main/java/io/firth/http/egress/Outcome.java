package io.firth.http.egress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What became of a {@link Request}. */
public sealed interface Outcome {

    /** Nothing was sent, and trying again changes nothing: Firth does not go there. @param words for who typed the address */
    record Refused(String words) implements Outcome {}

    /** No whole answer came; the other side may have got the request all the same. @param words for who typed the address */
    record Unreachable(String words) implements Outcome {}

    /**
     * The other side's answer, whatever it says; a redirect is one too, and is not followed.
     *
     * @param headers by their names in lower case; of several with one name the first
     * @param body as far as it was read
     * @param whole whether the body ends where the answer did
     */
    record Answered(int status, Map<String, String> headers, byte[] body, boolean whole) implements Outcome {

        public Answered {
            headers = Map.copyOf(headers);
        }

        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
        }
    }
}
