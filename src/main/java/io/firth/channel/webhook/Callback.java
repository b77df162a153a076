package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.channel.Account;
import io.firth.http.egress.Egress;
import io.firth.http.egress.Outcome;
import io.firth.http.egress.Request;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** Tells the other system something, signed as it signs what it tells us. */
@Singleton
class Callback {

    /** As much of its answer as anybody reads. */
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Egress egress;
    private final ObjectMapper json;

    Callback(Egress egress, ObjectMapper json) {
        this.egress = egress;
        this.json = json;
    }

    /** @param key the same whenever the same is told again */
    Uni<Outcome> tell(Account account, String key, Object what) {
        var body = body(what);
        var timestamp = Long.toString(Instant.now().getEpochSecond());
        var headers = Map.of(
                "Content-Type",
                "application/json",
                "Accept",
                "application/json",
                "Idempotency-Key",
                key,
                Signature.TIMESTAMP,
                timestamp,
                Signature.HEADER,
                Signature.of(Signature.secrets(account.settings()), timestamp, body));
        var url = URI.create(account.settings().text("url").orElse(""));
        return egress.send(Request.post(url, headers, body, LONGEST_ANSWER));
    }

    private byte[] body(Object what) {
        try {
            return json.writeValueAsString(what).getBytes(UTF_8);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
