package io.firth.http.egress;

import io.firth.http.Network;
import io.firth.http.egress.Outcome.Refused;
import io.firth.http.egress.Outcome.Unreachable;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Requests to addresses that people typed, or that stand in what strangers wrote. It goes to public addresses by HTTPS, and to
 * what {@code firth.egress.allow} names. Every address that the name stands for is looked at, and the connection is made to
 * one of those: what the name stands for a moment later does not matter.
 */
@Singleton
public class Egress {

    /** Of the addresses of one name. */
    private static final int MOST_TRIES = 3;

    private final Vertx vertx;
    private final Resolver resolver;
    private final Boundary boundary;
    private final Wire wire;
    private final Duration patience;

    @Inject
    Egress(Vertx vertx, EgressConfig config) {
        this(vertx, config, Resolver.system(), new HttpClientOptions());
    }

    /** @param trust whose certificates are believed */
    Egress(Vertx vertx, EgressConfig config, Resolver resolver, HttpClientOptions trust) {
        int connect = Math.toIntExact(config.connect().toMillis());
        this.vertx = vertx;
        this.resolver = resolver;
        this.boundary =
                new Boundary(Network.all("firth.egress.allow", config.allow().orElse(List.of())));
        this.wire = new Wire(vertx, trust.setConnectTimeout(connect));
        this.patience = config.answer();
    }

    /**
     * Completes with what became of it, on the caller's context where it has one. Does not fail, and takes no longer than
     * {@code firth.egress.answer}; when it is cancelled, the connection is closed.
     */
    public Uni<Outcome> send(Request request) {
        return Uni.createFrom().deferred(() -> {
            var caller = Vertx.currentContext();
            var outcome = begin(request)
                    .ifNoItem()
                    .after(patience)
                    .recoverWithItem(new Unreachable("No answer within " + patience.toSeconds() + " seconds."))
                    .onFailure()
                    .recoverWithItem(Egress::broken);
            return caller == null ? outcome : outcome.emitOn(task -> caller.runOnContext(ignored -> task.run()));
        });
    }

    private Uni<Outcome> begin(Request request) {
        try {
            var place = Place.of(request.url());
            return addresses(place).chain(addresses -> among(addresses, place, request));
        } catch (IllegalArgumentException odd) {
            return Uni.createFrom().item(new Refused(String.valueOf(odd.getMessage())));
        }
    }

    private Uni<List<InetAddress>> addresses(Place place) {
        return Uni.createFrom().item(() -> resolved(place)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private List<InetAddress> resolved(Place place) {
        try {
            var literal = place.literal();
            return literal.isPresent()
                    ? List.of(InetAddress.getByAddress(literal.get()))
                    : resolver.resolve(place.host());
        } catch (UnknownHostException nowhere) {
            return List.of();
        }
    }

    private Uni<Outcome> among(List<InetAddress> addresses, Place place, Request request) {
        if (addresses.isEmpty()) {
            return Uni.createFrom().item(new Unreachable(place.host() + " has no address."));
        }
        return refusal(addresses, place)
                .<Uni<Outcome>>map(refused -> Uni.createFrom().item(refused))
                .orElseGet(() -> first(addresses.subList(0, Math.min(MOST_TRIES, addresses.size())), place, request));
    }

    private Optional<Outcome> refusal(List<InetAddress> addresses, Place place) {
        if (!place.tls() && !addresses.stream().allMatch(boundary::isAllowed)) {
            return Optional.of(new Refused("The address must begin with https://."));
        }
        return addresses.stream()
                .filter(address -> !boundary.lets(address))
                .findFirst()
                .map(inside -> new Refused("%s is at %s, which is not a public address; firth.egress.allow can name it."
                        .formatted(place.host(), inside.getHostAddress())));
    }

    /** The first that can be connected to. */
    private Uni<Outcome> first(List<InetAddress> addresses, Place place, Request request) {
        var asked = wire.ask(request, place, addresses.getFirst()).map(Outcome.class::cast);
        return addresses.size() == 1
                ? asked
                : asked.onFailure(Wire.NotConnected.class)
                        .recoverWithUni(() -> first(addresses.subList(1, addresses.size()), place, request));
    }

    private static Outcome broken(Throwable failure) {
        Log.debugf(failure, "A request went wrong");
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return new Unreachable(root.getMessage() == null ? "The connection broke." : root.getMessage());
    }
}
