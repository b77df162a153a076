package io.firth.live;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Publishes the socket's frames as AsyncAPI, beside the OpenAPI of the endpoints. */
@Singleton
class Description {

    void register(@Observes Router router) {
        var text = Buffer.buffer(read());
        router.get("/q/asyncapi").handler(context -> context.response()
                .putHeader("Content-Type", "application/yaml; charset=UTF-8")
                .end(text.copy()));
    }

    private static byte[] read() {
        try (var yaml = Objects.requireNonNull(Description.class.getResourceAsStream("asyncapi.yaml"))) {
            return yaml.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
