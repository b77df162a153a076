package io.firth.live;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/** A kernel that buffers a megabyte for each socket hides for minutes that nobody reads at the other end. */
@Singleton
class SmallBuffers implements HttpServerOptionsCustomizer {

    private static final int SEND_BUFFER = 64 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setSendBufferSize(SEND_BUFFER);
    }
}
