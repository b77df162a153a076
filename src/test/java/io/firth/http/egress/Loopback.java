package io.firth.http.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The product's own client, for tests whose servers listen on this machine. */
public final class Loopback {

    private Loopback() {}

    public static Egress egress(Vertx vertx, Duration answer) {
        var config = new EgressConfig() {
            @Override
            public Optional<List<String>> allow() {
                return Optional.of(List.of("127.0.0.0/8"));
            }

            @Override
            public Duration connect() {
                return Duration.ofSeconds(2);
            }

            @Override
            public Duration answer() {
                return answer;
            }
        };
        return new Egress(vertx, config, Resolver.system(), new HttpClientOptions());
    }
}
