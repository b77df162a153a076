package io.firth.channel.chat;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

/** Publishes the frames of the visitors' socket as AsyncAPI, beside those of the agents'. */
@Singleton
class Description {

    void register(@Observes Router router) {
        var text = Buffer.buffer(read());
        router.get("/q/asyncapi/visitor").handler(context -> context.response()
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
