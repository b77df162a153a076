package io.firth.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.OptionalLong;

/**
 * Refuses a body that says it is too long, before it is read; one that says nothing is cut off by Quarkus, which is told the
 * same limit.
 */
@Singleton
class BodyLimit {

    /** Quarkus sets its own limit at 2. */
    private static final int AFTER_QUARKUS = 1;

    private final Problems problems;
    private final long usual;
    private final List<LargeBody> large;

    BodyLimit(Problems problems, HttpConfig config, @All List<LargeBody> large) {
        this.problems = problems;
        this.usual = config.maxBody().asLongValue();
        this.large = large;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, SafeHeaders.FIRST - 2);
        filters.register(this::hold, AFTER_QUARKUS);
    }

    /** A body that does not say how long it is may be as long as Quarkus lets any be, until it is told otherwise. */
    private void hold(RoutingContext context) {
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit(context.normalizedPath()));
        context.next();
    }

    private void check(RoutingContext context) {
        var limit = limit(context.normalizedPath());
        if (length(context) <= limit) {
            context.next();
        } else {
            var problem =
                    new Problem(413, "too-large", "This is too much at once", "At most %d bytes.".formatted(limit));
            problems.answer(context, isOneByOne(context) ? problem.withHeader("Connection", "close") : problem);
        }
    }

    private long limit(String path) {
        return large.stream()
                .map(room -> room.limit(path))
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(usual);
    }

    /** In HTTP/1 the unread body stands in the way of the next request; HTTP/2 ends a stream of its own. */
    private static boolean isOneByOne(RoutingContext context) {
        return context.request().version() != HttpVersion.HTTP_2;
    }

    private static long length(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        return length == null || !length.matches("\\d{1,18}") ? 0 : Long.parseLong(length);
    }
}
