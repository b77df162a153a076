package io.firth.http.egress;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firth.http.egress.Outcome.Answered;
import io.firth.http.egress.Outcome.Refused;
import io.firth.http.egress.Outcome.Unreachable;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against servers of our own, whose names no resolver of this machine knows. */
class EgressTest {

    private static final String HOOKS = "hooks.example.test";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(1);

    private static Vertx vertx;
    private static Certificate certificate;

    private final List<HttpServer> servers = new ArrayList<>();
    private final AtomicInteger lookups = new AtomicInteger();

    @BeforeAll
    static void certify(@TempDir Path folder) throws Exception {
        vertx = Vertx.vertx();
        certificate = Certificate.of(folder, "dns:" + HOOKS);
    }

    @AfterEach
    void closeServers() {
        servers.forEach(server -> done(server.close()));
    }

    @AfterAll
    static void closeVertx() {
        done(vertx.close());
    }

    @Test
    void aRequestGoesToTheAddressThatWasLookedAtInTheNameThatWasTyped() {
        // Given
        var heard = new CopyOnWriteArrayList<String>();
        int port = secure(request -> request.bodyHandler(body -> {
            heard.add(request.method() + " " + request.uri());
            heard.add(request.getHeader("Host"));
            heard.add(request.connection().indicatedServerName());
            heard.add(request.getHeader("Idempotency-Key"));
            heard.add(body.toString());
            request.response().setStatusCode(202).putHeader("X-Some", "thing").end("thanks");
        }));

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1")), url(HOOKS, port, "/in?a=b"), 1_000);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(202);
            assertThat(answered.header("x-SOME")).contains("thing");
            assertThat(new String(answered.body(), UTF_8)).isEqualTo("thanks");
            assertThat(answered.whole()).isTrue();
        });
        assertThat(heard).containsExactly("POST /in?a=b", HOOKS + ":" + port, HOOKS, "k-1", "a body");
    }

    @Test
    void aNameThatMovesAfterTheLookMovesNoRequest() {
        // Given: first a harmless address, from then on one inside
        var heard = new AtomicInteger();
        int port = secure(request -> {
            heard.incrementAndGet();
            request.response().end();
        });
        Resolver rebinding =
                name -> List.of(InetAddress.getByName(lookups.getAndIncrement() == 0 ? "127.0.0.1" : "127.0.0.2"));
        var egress = egress("127.0.0.1", rebinding);

        // When
        var first = ask(egress, url(HOOKS, port, "/"), 10);
        var second = ask(egress, url(HOOKS, port, "/"), 10);

        // Then: one look a request, and no connection kept from before
        assertThat(first).isInstanceOf(Answered.class);
        assertThat(second).isInstanceOf(Refused.class);
        assertThat(lookups).hasValue(2);
        assertThat(heard).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00:ec2::254", "64:ff9b::7f00:1"})
    void aNameThatStandsForAnAddressInsideIsRefused(String inside) {
        // When
        var outcome = ask(egress(null, always("8.8.8.8", inside)), "https://hooks.example.test/", 10);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.words())
                .contains(HOOKS, "not a public address"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:9/",
                "https://[::1]:9/",
                "https://[::ffff:127.0.0.1]:9/",
                "https://[::ffff:7f00:1]:9/",
                "https://[64:ff9b::7f00:1]:9/",
                "https://[2002:7f00:1::]:9/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://user@hooks.example.test/",
                "http://8.8.8.8/",
                "ftp://8.8.8.8/"
            })
    void anAddressInsideIsRefusedInEveryNotationWithoutAnyLook(String url) {
        // When
        var outcome = ask(egress(null, always("8.8.8.8")), url, 10);

        // Then
        assertThat(outcome).isInstanceOf(Refused.class);
        assertThat(lookups).hasValue(0);
    }

    @Test
    void plainHttpIsForNamedNetworksOnly() {
        // Given
        int port = plain(request -> request.response().end("plain"));

        // When
        var named = ask(egress("127.0.0.0/8", always("127.0.0.1")), "http://" + HOOKS + ":" + port + "/", 10);
        var open = ask(egress("127.0.0.0/8", always("8.8.8.8")), "http://" + HOOKS + "/", 10);

        // Then
        assertThat(named).isInstanceOf(Answered.class);
        assertThat(open).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.words())
                .contains("https://"));
    }

    @Test
    void aCertificateForAnotherNameIsNotBelieved() {
        // Given
        var heard = new AtomicInteger();
        int port = secure(request -> heard.incrementAndGet());

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1")), url("other.example.test", port, "/"), 10);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Unreachable.class, unreachable -> assertThat(unreachable.words())
                .contains("other.example.test"));
        assertThat(heard).hasValue(0);
    }

    @Test
    void aCertificateOfNobodyIsNotBelieved() {
        // Given
        int port = secure(request -> request.response().end());
        var egress = new Egress(vertx, config("127.0.0.0/8", LONG), always("127.0.0.1"), new HttpClientOptions());

        // Then
        assertThat(ask(egress, url(HOOKS, port, "/"), 10)).isInstanceOf(Unreachable.class);
    }

    @Test
    void aRedirectIsAnAnswerAndIsNotFollowed() {
        // Given
        var heard = new AtomicInteger();
        int port = secure(request -> {
            heard.incrementAndGet();
            request.response()
                    .setStatusCode(302)
                    .putHeader("Location", "/elsewhere")
                    .end();
        });

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1")), url(HOOKS, port, "/"), 10);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(302);
            assertThat(answered.header("location")).contains("/elsewhere");
        });
        assertThat(heard).hasValue(1);
    }

    @Test
    void anEndlessAnswerIsReadUpToItsLimitAndTheConnectionIsClosed() {
        // Given
        var closed = new AtomicBoolean();
        int port = secure(request -> {
            request.connection().closeHandler(gone -> closed.set(true));
            var response = request.response().setChunked(true);
            response.exceptionHandler(gone -> closed.set(true));
            pour(response::write, closed);
        });

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1")), url(HOOKS, port, "/"), 100_000);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.body()).hasSize(100_000);
            assertThat(answered.whole()).isFalse();
        });
        await().untilTrue(closed);
    }

    @Test
    void anAnswerOfJustTheLimitIsWhole() {
        // Given
        int port = secure(request -> request.response().end("12345"));

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1")), url(HOOKS, port, "/"), 5);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.whole())
                .isTrue());
    }

    @Test
    void whatIsPackedStaysPacked() {
        // Given
        var offered = new CopyOnWriteArrayList<String>();
        int port = secure(request -> {
            offered.add(String.valueOf(request.getHeader("Accept-Encoding")));
            request.response().putHeader("Content-Encoding", "gzip").end("not unpacked");
        });

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1")), url(HOOKS, port, "/"), 100);

        // Then
        assertThat(outcome).isInstanceOfSatisfying(Answered.class, answered -> assertThat(answered.body())
                .asString(UTF_8)
                .isEqualTo("not unpacked"));
        assertThat(offered).containsExactly("null");
    }

    @Test
    void anAnswerThatDripsIsNotWaitedForAndItsConnectionIsClosed() {
        // Given
        var closed = new AtomicBoolean();
        int port = secure(request -> {
            request.connection().closeHandler(gone -> closed.set(true));
            var response = request.response().setChunked(true);
            vertx.setPeriodic(50, tick -> {
                if (closed.get()) {
                    vertx.cancelTimer(tick);
                } else {
                    response.write(".");
                }
            });
        });

        // When
        var outcome = ask(egress("127.0.0.0/8", always("127.0.0.1"), SHORT), url(HOOKS, port, "/"), 1_000_000);

        // Then
        assertThat(outcome).isInstanceOf(Unreachable.class);
        await().untilTrue(closed);
    }

    @Test
    void aNameThatNeverResolvesIsNotWaitedFor() {
        // Given
        var asked = new AtomicBoolean();
        Resolver silent = name -> {
            await().forever().untilTrue(asked);
            return List.of();
        };

        // When
        var outcome = ask(egress(null, silent, SHORT), "https://hooks.example.test/", 10);

        // Then
        asked.set(true);
        assertThat(outcome).isInstanceOf(Unreachable.class);
    }

    @Test
    void whereNobodyListensTheNextAddressIsTried() {
        // Given: 127.0.0.9 has no server at this port
        int port = secure(request -> request.response().end());

        // Then
        assertThat(ask(egress("127.0.0.0/8", always("127.0.0.9", "127.0.0.1")), url(HOOKS, port, "/"), 10))
                .isInstanceOf(Answered.class);
        assertThat(ask(egress("127.0.0.0/8", always("127.0.0.9")), url(HOOKS, port, "/"), 10))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void aConnectionCutInTheMiddleIsNoAnswer() {
        // Given
        int port = secure(request -> {
            request.response().putHeader("Content-Length", "100").write("half");
            vertx.setTimer(50, tick -> request.connection().close());
        });

        // Then
        assertThat(ask(egress("127.0.0.0/8", always("127.0.0.1")), url(HOOKS, port, "/"), 1_000))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void aNameOfNothingIsUnreachable() {
        // Given
        Resolver nothing = name -> {
            throw new UnknownHostException(name);
        };

        // Then
        assertThat(ask(egress(null, nothing), "https://hooks.example.test/", 10))
                .isEqualTo(new Unreachable("hooks.example.test has no address."));
    }

    @Test
    void theOutcomeComesOnTheCallersContext() {
        // Given
        var context = vertx.getOrCreateContext();
        var seen = new CopyOnWriteArrayList<Boolean>();
        var egress = egress(null, always("8.8.8.8", "10.0.0.1"));

        // When
        context.runOnContext(go -> egress.send(Request.get(URI.create("https://hooks.example.test/"), Map.of(), 1))
                .subscribe()
                .with(outcome -> seen.add(Vertx.currentContext() == context)));

        // Then
        await().untilAsserted(() -> assertThat(seen).containsExactly(true));
    }

    private static void pour(Handler<Buffer> response, AtomicBoolean closed) {
        if (!closed.get()) {
            response.handle(Buffer.buffer(new byte[16 * 1024]));
            vertx.setTimer(1, tick -> pour(response, closed));
        }
    }

    private Resolver always(String... addresses) {
        return name -> {
            lookups.incrementAndGet();
            return Stream.of(addresses).map(EgressTest::address).toList();
        };
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Egress egress(String allowed, Resolver resolver) {
        return egress(allowed, resolver, LONG);
    }

    private static Egress egress(String allowed, Resolver resolver, Duration patience) {
        var trust = new HttpClientOptions().setTrustOptions(certificate.options());
        return new Egress(vertx, config(allowed, patience), resolver, trust);
    }

    private static EgressConfig config(String allowed, Duration patience) {
        return new EgressConfig() {
            @Override
            public Optional<List<String>> allow() {
                return Optional.ofNullable(allowed).map(List::of);
            }

            @Override
            public Duration connect() {
                return LONG;
            }

            @Override
            public Duration answer() {
                return patience;
            }
        };
    }

    private static Outcome ask(Egress egress, String url, int longest) {
        var request =
                Request.post(URI.create(url), Map.of("Idempotency-Key", "k-1"), "a body".getBytes(UTF_8), longest);
        return egress.send(request).await().atMost(LONG.multipliedBy(2));
    }

    private static String url(String host, int port, String path) {
        return "https://" + host + ":" + port + path;
    }

    private int secure(Handler<HttpServerRequest> answer) {
        return listen(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(certificate.options()), answer);
    }

    private int plain(Handler<HttpServerRequest> answer) {
        return listen(new HttpServerOptions(), answer);
    }

    private int listen(HttpServerOptions options, Handler<HttpServerRequest> answer) {
        var server = vertx.createHttpServer(options).requestHandler(answer);
        servers.add(server);
        return done(server.listen(0, "127.0.0.1")).actualPort();
    }

    private static <T> T done(io.vertx.core.Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
