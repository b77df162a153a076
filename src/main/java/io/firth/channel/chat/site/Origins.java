package io.firth.channel.chat.site;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sites a chat may stand on, each as a browser names it: scheme, host and port. {@code https://*.example.org} allows every
 * host below that one.
 */
public record Origins(List<String> allowed) {

    private static final String BELOW = "://*.";

    public Origins {
        allowed = List.copyOf(allowed);
    }

    /**
     * Reads what people write, with or without a path.
     *
     * @throws IllegalArgumentException whose message says what is no origin
     */
    public static Origins of(List<String> lines) {
        return new Origins(lines.stream()
                .filter(line -> !line.isBlank())
                .map(line -> read(line).orElseThrow(() -> unreadable(line)))
                .distinct()
                .toList());
    }

    public static String of(URI url) {
        return read(url.toString()).orElseThrow(() -> unreadable(url.toString()));
    }

    /** @param origin as the browser sends it */
    public boolean allow(String origin) {
        return read(origin)
                .filter(claimed -> !claimed.contains("*"))
                .filter(claimed -> allowed.stream().anyMatch(pattern -> matches(pattern, claimed)))
                .isPresent();
    }

    /** As a source list of a content security policy, which knows the same wildcards; {@code own} comes first. */
    public String frameAncestors() {
        return Stream.concat(Stream.of("'self'"), allowed.stream()).collect(Collectors.joining(" "));
    }

    private static boolean matches(String pattern, String origin) {
        var wild = pattern.indexOf(BELOW);
        if (wild < 0) {
            return pattern.equals(origin);
        }
        var scheme = pattern.substring(0, wild + "://".length());
        var suffix = pattern.substring(wild + BELOW.length() - 1);
        return origin.startsWith(scheme)
                && origin.endsWith(suffix)
                && origin.length() > scheme.length() + suffix.length();
    }

    /** Nothing that could end a directive of a policy gets through. */
    private static Optional<String> read(String text) {
        try {
            var wild = text.strip().replace("://*.", "://wildcard.");
            var url = URI.create(wild);
            var scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
            var host = url.getHost();
            if (host == null || !scheme.matches("https?") || url.getRawUserInfo() != null) {
                return Optional.empty();
            }
            var name = host.toLowerCase(Locale.ROOT);
            var shown = wild.equals(text.strip()) ? name : name.replaceFirst("wildcard\\.", "*.");
            return Optional.of(scheme + "://" + shown + port(url, scheme));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static String port(URI url, String scheme) {
        var standard = scheme.equals("https") ? 443 : 80;
        return url.getPort() < 0 || url.getPort() == standard ? "" : ":" + url.getPort();
    }

    private static IllegalArgumentException unreadable(String line) {
        return new IllegalArgumentException(
                "“%s” is no origin; write something like https://www.example.org.".formatted(line.strip()));
    }
}
