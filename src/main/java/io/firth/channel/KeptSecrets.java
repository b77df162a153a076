package io.firth.channel;

import io.firth.conversation.Refused;
import io.firth.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sees to it that a secret which is kept goes only where it was given for. */
final class KeptSecrets {

    private final Channel channel;
    private final Settings before;

    KeptSecrets(Channel channel, Settings before) {
        this.channel = channel;
        this.before = before;
    }

    /**
     * @param given the secrets that whoever asks knows
     * @throws Problem that names each secret which has to be given again in its member {@code fields}
     */
    void requireSamePlaces(Settings after, Map<String, String> given) {
        var asked = before.secrets().keySet().stream()
                .filter(name -> !given.containsKey(name) && isSentElsewhere(name, after))
                .sorted()
                .map(name -> Map.of("field", name, "message", "Give it again: it would be sent to another place."))
                .toList();
        if (!asked.isEmpty()) {
            throw new Problem(
                            422,
                            "settings.secret_again",
                            "A kept secret is not sent to another place",
                            "Where “%s” is sent has changed; give it again."
                                    .formatted(asked.getFirst().get("field")))
                    .with("fields", List.copyOf(asked));
        }
    }

    private boolean isSentElsewhere(String secret, Settings after) {
        var place = channel.destination(after, secret);
        return place.isPresent() && !place.equals(formerly(secret));
    }

    /** What was no good before was no place. */
    private Optional<String> formerly(String secret) {
        try {
            return channel.destination(before, secret);
        } catch (Refused unusable) {
            return Optional.empty();
        }
    }
}
