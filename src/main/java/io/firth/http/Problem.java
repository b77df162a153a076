package io.firth.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer that says what went wrong, as RFC 9457 has it. A room throws it, or translates its own failures into it by
 * {@link Explanation}.
 */
public final class Problem extends RuntimeException {

    private final int status;
    private final String code;
    private final String title;
    private final Map<String, Object> extensions;
    private final Map<String, String> headers;

    /**
     * @param code a short lasting name that ends the problem's type, such as {@code collision.reply}
     * @param title the same for every problem of this code
     * @param detail what happened this time, for the person who asked
     */
    public Problem(int status, String code, String title, @Nullable String detail) {
        this(status, code, title, detail, Map.of(), Map.of());
    }

    private Problem(
            int status,
            String code,
            String title,
            @Nullable String detail,
            Map<String, Object> extensions,
            Map<String, String> headers) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.title = title;
        this.extensions = extensions;
        this.headers = headers;
    }

    /** The same with one more member; values become JSON as anything else does. */
    public Problem with(String member, Object value) {
        return new Problem(status, code, title, getMessage(), added(extensions, member, value), headers);
    }

    /** The same with one more header of the response. */
    public Problem withHeader(String name, String value) {
        return new Problem(status, code, title, getMessage(), extensions, added(headers, name, value));
    }

    /** The same with {@code Retry-After} and the member {@code retry_after}. */
    public Problem retryAfter(long seconds) {
        return with("retry_after", seconds).withHeader("Retry-After", Long.toString(seconds));
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    /** The members beyond those that every problem has. */
    public Map<String, Object> extensions() {
        return extensions;
    }

    Map<String, String> headers() {
        return headers;
    }

    Map<String, Object> body(String types) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", types + code);
        body.put("title", title);
        body.put("status", status);
        if (getMessage() != null) {
            body.put("detail", getMessage());
        }
        extensions.forEach(body::putIfAbsent);
        return body;
    }

    private static <V> Map<String, V> added(Map<String, V> all, String name, V value) {
        var more = new LinkedHashMap<>(all);
        more.put(name, value);
        return Collections.unmodifiableMap(more);
    }
}
