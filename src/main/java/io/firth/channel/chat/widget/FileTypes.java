package io.firth.channel.chat.widget;

import io.firth.http.foreign.MediaTypes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files that visitors may send: pictures, documents, archives and plain text, each only if its first bytes say so, whatever
 * it is called. A page or a script is none of them.
 */
final class FileTypes {

    static final List<String> TAKEN = List.of(
            "image/png",
            "image/jpeg",
            "image/gif",
            "image/webp",
            "application/pdf",
            "application/zip",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "text/plain",
            "text/csv",
            "video/mp4",
            "audio/mpeg");

    /** As many first bytes as are looked at. */
    static final int BEGINNING = 512;

    private static final Map<String, String> SIGNATURES = Map.of(
            "application/pdf", "%PDF-",
            "application/zip", "PK\u0003\u0004",
            "audio/mpeg", "ID3");

    private static final Set<String> TEXT = Set.of("text/plain", "text/csv");

    private FileTypes() {}

    /** What these bytes are; empty where that is nothing that is taken. */
    static Optional<String> of(String claimed, byte[] beginning) {
        return MediaTypes.raster(beginning)
                .or(() -> Optional.of(claimed).filter(TAKEN::contains).filter(type -> isThat(type, beginning)));
    }

    private static boolean isThat(String type, byte[] beginning) {
        if (TEXT.contains(type)) {
            return isText(beginning);
        }
        if (type.equals("video/mp4")) {
            return startsWith(beginning, 4, "ftyp");
        }
        var container = type.startsWith("application/vnd.") ? "application/zip" : type;
        var signature = SIGNATURES.get(container);
        return signature != null && startsWith(beginning, 0, signature);
    }

    /** Without control characters; a browser saves it all the same. */
    private static boolean isText(byte[] beginning) {
        for (var each : beginning) {
            if (each >= 0 && each < ' ' && each != '\n' && each != '\r' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsWith(byte[] bytes, int from, String signature) {
        var expected = signature.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= from + expected.length
                && Arrays.equals(bytes, from, from + expected.length, expected, 0, expected.length);
    }
}
