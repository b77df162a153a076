package io.firth.http.egress;

import io.firth.http.egress.Outcome.Answered;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * HTTP with one given address: the name of the place is only spoken (Host, SNI) and compared with the certificate, never
 * looked up. Each request has a connection of its own, follows nothing, unpacks nothing and knows no proxy.
 */
final class Wire {

    /** To one place at once; more wait. */
    private static final int AT_ONCE = 16;

    private static final int WAITING = 256;
    private static final int LONGEST_HEADERS = 16 * 1024;

    private final HttpClient client;

    /** @param options whom to trust and how long to wait; all else is set here */
    Wire(Vertx vertx, HttpClientOptions options) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions(options)
                        .setKeepAlive(false)
                        .setVerifyHost(true)
                        .setTrustAll(false)
                        .setDecompressionSupported(false)
                        .setMaxHeaderSize(LONGEST_HEADERS)
                        .setMaxWaitQueueSize(WAITING),
                new PoolOptions().setHttp1MaxSize(AT_ONCE));
    }

    /** It could not be connected to, so nothing was sent. */
    static final class NotConnected extends RuntimeException {
        private NotConnected(Throwable cause) {
            super(cause.getMessage(), cause, false, false);
        }
    }

    /**
     * Asks the place at this address. Completes with the last byte of the answer that is read; when it is cancelled, the
     * connection is closed. Fails with {@link NotConnected}, or with anything else when the connection broke.
     */
    Uni<Answered> ask(Request request, Place place, InetAddress address) {
        return Uni.createFrom().emitter(asker -> {
            var over = new AtomicBoolean();
            var opening = client.request(options(request, place, address));
            asker.onTermination(() -> {
                over.set(true);
                opening.onSuccess(HttpClientRequest::reset);
            });
            opening.recover(failure -> Future.failedFuture(new NotConnected(failure)))
                    .compose(open -> over.get() ? Future.failedFuture("over") : exchange(open, request))
                    .onSuccess(asker::complete)
                    .onFailure(asker::fail);
        });
    }

    private static RequestOptions options(Request request, Place place, InetAddress address) {
        var options = new RequestOptions()
                .setServer(SocketAddress.inetSocketAddress(place.port(), address.getHostAddress()))
                .setHost(place.host())
                .setPort(place.port())
                .setSsl(place.tls())
                .setMethod(HttpMethod.valueOf(request.method()))
                .setURI(place.path())
                .setFollowRedirects(false);
        request.headers().forEach(options::putHeader);
        return options.putHeader("Host", place.authority()).putHeader("User-Agent", "Firth");
    }

    private static Future<Answered> exchange(HttpClientRequest open, Request request) {
        var sent = request.body().length == 0 ? open.send() : open.send(Buffer.buffer(request.body()));
        return sent.compose(response -> read(response, request.longest()));
    }

    private static Future<Answered> read(HttpClientResponse response, int longest) {
        var answer = Promise.<Answered>promise();
        var body = Buffer.buffer();
        response.handler(chunk -> {
            int left = longest - body.length();
            body.appendBuffer(chunk, 0, Math.min(chunk.length(), left));
            if (chunk.length() > left) {
                answer.tryComplete(answered(response, body, false));
            }
        });
        response.endHandler(end -> answer.tryComplete(answered(response, body, true)));
        response.exceptionHandler(answer::tryFail);
        return answer.future();
    }

    private static Answered answered(HttpClientResponse response, Buffer body, boolean whole) {
        var headers = new HashMap<String, String>();
        response.headers().forEach((name, value) -> headers.putIfAbsent(name.toLowerCase(Locale.ROOT), value));
        return new Answered(response.statusCode(), headers, body.getBytes(), whole);
    }
}
