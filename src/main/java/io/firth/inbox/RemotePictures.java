package io.firth.inbox;

import io.firth.conversation.NotFound;
import io.firth.http.Problem;
import io.firth.http.egress.Egress;
import io.firth.http.egress.Outcome;
import io.firth.http.egress.Outcome.Answered;
import io.firth.http.egress.Request;
import io.firth.http.foreign.MediaTypes;
import io.firth.http.html.SafeHtml;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Pictures from elsewhere that stand in a message, fetched when an agent asks for them: their owner learns that somebody looks,
 * and not who, nor from where.
 */
@Singleton
class RemotePictures {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Map<String, String> ASKED = Map.of("Accept", "image/webp,image/png,image/jpeg,image/gif");
    private static final String URL_LETTERS = "-._~:/?#[]@!$&'()*+,;=%";

    private final Egress egress;

    RemotePictures(Egress egress) {
        this.egress = egress;
    }

    record Picture(byte[] bytes, String mediaType) {}

    /**
     * Fails with {@link NotFound} where the HTML holds no picture of that address, with a {@link Problem} where there is none to
     * be had.
     */
    Uni<Picture> fetch(@Nullable String html, String source) {
        if (html == null || !SafeHtml.remotePictures(html).contains(source)) {
            return Uni.createFrom().failure(new NotFound("picture", source));
        }
        return url(source).map(url -> follow(url, MOST_REDIRECTS)).orElseGet(() -> Uni.createFrom()
                .failure(RemotePictures::unavailable));
    }

    private Uni<Picture> follow(URI url, int redirects) {
        return get(url).chain(outcome -> redirected(url, outcome)
                .filter(elsewhere -> redirects > 0)
                .map(elsewhere -> follow(elsewhere, redirects - 1))
                .orElseGet(() -> Uni.createFrom().item(() -> picture(outcome))));
    }

    /** What old mails name by HTTP is asked for by HTTPS, as browsers do. */
    private Uni<Outcome> get(URI url) {
        return egress.send(Request.get(url, ASKED, LARGEST))
                .chain(outcome -> outcome instanceof Outcome.Refused && "http".equals(url.getScheme())
                        ? egress.send(
                                Request.get(URI.create("https" + url.toString().substring(4)), ASKED, LARGEST))
                        : Uni.createFrom().item(outcome));
    }

    private static Optional<URI> redirected(URI from, Outcome outcome) {
        return outcome instanceof Answered answered && REDIRECTS.contains(answered.status())
                ? answered.header("Location").flatMap(RemotePictures::url).map(from::resolve)
                : Optional.empty();
    }

    private static Picture picture(Outcome outcome) {
        if (outcome instanceof Answered answered && answered.status() == 200 && answered.whole()) {
            return MediaTypes.raster(answered.body())
                    .map(mediaType -> new Picture(answered.body(), mediaType))
                    .orElseThrow(RemotePictures::unavailable);
        }
        throw unavailable();
    }

    private static Problem unavailable() {
        return new Problem(
                502,
                "picture.unavailable",
                "There is no such picture to be had",
                "Its server does not answer, or what it sends is no plain image of at most 5 MB.");
    }

    /** People write addresses with spaces and umlauts in them. */
    private static Optional<URI> url(String source) {
        var encoded = new StringBuilder();
        for (byte b : source.strip().getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 128 && (Character.isLetterOrDigit(c) || URL_LETTERS.indexOf(c) >= 0);
            encoded.append(plain ? String.valueOf(c) : "%%%02X".formatted((int) c));
        }
        try {
            return Optional.of(URI.create(encoded.toString()));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
