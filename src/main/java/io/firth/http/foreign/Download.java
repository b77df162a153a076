package io.firth.http.foreign;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Hands out bytes that came from outside. The browser saves them; it shows nothing but plain raster images, and those only
 * where asked to. A document among them would have this origin's rights.
 */
public final class Download {

    private Download() {}

    /** @param name as the sender gave it */
    public static Response save(Object body, String name) {
        return of(body, MediaTypes.UNKNOWN, "attachment", name);
    }

    /** As {@link #save}, unless it is an image that may be shown in its place. */
    public static Response show(Path file, String mediaType, String name) {
        return MediaTypes.isShown(mediaType) ? of(file, mediaType, "inline", name) : save(file, name);
    }

    /** A plain raster image, which its reader's browser may keep for a day. */
    public static Response picture(byte[] bytes, String mediaType) {
        var response = of(bytes, mediaType, "inline", "picture");
        response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, max-age=86400, immutable");
        return response;
    }

    private static Response of(Object body, String mediaType, String disposition, String name) {
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(body)
                .header(HttpHeaders.CONTENT_TYPE, mediaType)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition + "; filename*=UTF-8''" + encoded)
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .build();
    }
}
