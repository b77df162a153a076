package io.firth.channel.bluesky;

import io.firth.http.egress.Egress;
import io.firth.http.egress.Outcome;
import io.firth.http.egress.Outcome.Answered;
import io.firth.http.egress.Request;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/** Pictures by the one client that goes nowhere inside; each is tried twice. */
@Singleton
class FetchedPictures implements Pictures {

    /** As much as the network keeps of one, and more. */
    private static final int LARGEST = 5 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Egress egress;

    FetchedPictures(Egress egress) {
        this.egress = egress;
    }

    @Override
    public byte[] fetch(String address) throws IOException {
        var first = ask(address);
        return bytes(isWhole(first) ? first : ask(address));
    }

    private Outcome ask(String address) throws IOException {
        try {
            var request = Request.get(URI.create(address), Map.of("Accept", "image/*"), LARGEST);
            return egress.send(request).await().atMost(PATIENCE);
        } catch (IllegalArgumentException noAddress) {
            throw new IOException("that is no address", noAddress);
        }
    }

    private static boolean isWhole(Outcome outcome) {
        return outcome instanceof Answered answered && answered.status() == 200 && answered.whole();
    }

    private static byte[] bytes(Outcome outcome) throws IOException {
        return switch (outcome) {
            case Answered answered when isWhole(answered) -> answered.body();
            case Answered answered -> throw new IOException("it answered " + answered.status());
            case Outcome.Refused(var words) -> throw new IOException(words);
            case Outcome.Unreachable(var words) -> throw new IOException(words);
        };
    }
}
