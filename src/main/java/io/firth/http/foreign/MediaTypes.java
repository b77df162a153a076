package io.firth.http.foreign;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What bytes from outside are. A plain raster image is one only if its first bytes say so, since a browser shows it in our
 * pages; for all else the sender's word is kept, and never trusted for display.
 */
public final class MediaTypes {

    /** What is known of bytes that nobody described. */
    public static final String UNKNOWN = "application/octet-stream";

    /** As many first bytes as {@link #raster} looks at. */
    public static final int BEGINNING = 12;

    private static final Pattern TYPE = Pattern.compile("[a-z0-9!#$&^_.+-]{1,60}/[a-z0-9!#$&^_.+-]{1,60}");

    private static final Map<String, Predicate<byte[]>> SHOWN = Map.of(
            "image/png", bytes -> startsWith(bytes, 0, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'),
            "image/jpeg", bytes -> startsWith(bytes, 0, 0xFF, 0xD8, 0xFF),
            "image/gif", bytes -> startsWith(bytes, 0, 'G', 'I', 'F', '8'),
            "image/webp",
                    bytes -> startsWith(bytes, 0, 'R', 'I', 'F', 'F') && startsWith(bytes, 8, 'W', 'E', 'B', 'P'));

    private MediaTypes() {}

    /**
     * @param claimed as the sender names it, with or without parameters
     * @param bytes the whole, or at least its {@link #BEGINNING}
     */
    public static String of(String claimed, byte[] bytes) {
        return raster(bytes).orElseGet(() -> isShown(named(claimed)) ? UNKNOWN : named(claimed));
    }

    /** Empty where the bytes begin like no image that may be shown. */
    public static Optional<String> raster(byte[] bytes) {
        return SHOWN.entrySet().stream()
                .filter(type -> type.getValue().test(bytes))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a browser may show it in its place. */
    public static boolean isShown(String mediaType) {
        return SHOWN.containsKey(mediaType);
    }

    private static String named(String claimed) {
        var name = claimed.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return TYPE.matcher(name).matches() ? name : UNKNOWN;
    }

    private static boolean startsWith(byte[] bytes, int from, int... expected) {
        return bytes.length >= from + expected.length
                && Arrays.equals(unsigned(bytes, from, expected.length), expected);
    }

    private static int[] unsigned(byte[] bytes, int from, int length) {
        var values = new int[length];
        Arrays.setAll(values, i -> bytes[from + i] & 0xFF);
        return values;
    }
}
