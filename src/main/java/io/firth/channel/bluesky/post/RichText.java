package io.firth.channel.bluesky.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.bluesky.xrpc.Facet;
import io.firth.channel.bluesky.xrpc.Facet.Feature;
import io.firth.http.foreign.Clean;
import io.firth.http.html.SafeHtml;
import java.net.URLEncoder;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/**
 * A post's text with its links restored: apps shorten what they show, and the address stands in a facet alone.
 *
 * @param html the same with links that can be followed; null where there are none
 */
public record RichText(String text, @Nullable String html) {

    /** More than people write; each costs a link. */
    private static final int MOST_FACETS = 200;

    private static final int LONGEST_ADDRESS = 2_000;
    private static final Pattern CUT_OFF = Pattern.compile("(…|\\.{3})$");
    private static final Pattern SCHEME = Pattern.compile("^https?://");

    /** Facets that overlap another, or lie outside the text, or cut a character in two, are passed over. */
    public static RichText of(String raw, List<Facet> facets) {
        var bytes = new Bytes(raw);
        var restored = new Restored();
        int at = 0;
        for (var facet : inOrder(facets)) {
            var slice = facet.index();
            var address = address(facet);
            if (address == null || slice.byteStart() < at || !bytes.has(slice)) {
                continue;
            }
            restored.plain(bytes.text(at, slice.byteStart()));
            restored.link(bytes.text(slice.byteStart(), slice.byteEnd()), address, isLink(facet));
            at = slice.byteEnd();
        }
        restored.plain(bytes.text(at, bytes.length()));
        return restored.done();
    }

    private static List<Facet> inOrder(List<Facet> facets) {
        return facets.stream()
                .filter(facet -> facet != null && facet.index() != null)
                .limit(MOST_FACETS)
                .sorted(Comparator.comparingInt(facet -> facet.index().byteStart()))
                .toList();
    }

    private static boolean isLink(Facet facet) {
        return facet.features().stream().anyMatch(feature -> feature.uri() != null);
    }

    private static @Nullable String address(Facet facet) {
        return facet.features().stream()
                .map(RichText::address)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String address(Feature feature) {
        if (feature.uri() != null) {
            var uri = Clean.line(feature.uri());
            return SCHEME.matcher(uri).find() && uri.length() <= LONGEST_ADDRESS && !uri.contains(" ") ? uri : null;
        }
        if (feature.did() != null) {
            return "https://bsky.app/profile/" + URLEncoder.encode(feature.did(), UTF_8);
        }
        return feature.tag() == null ? null : "https://bsky.app/hashtag/" + URLEncoder.encode(feature.tag(), UTF_8);
    }

    private static final class Restored {

        private final StringBuilder text = new StringBuilder();
        private final StringBuilder html = new StringBuilder();
        private boolean linked;

        void plain(String raw) {
            var clean = Clean.text(raw);
            text.append(clean);
            html.append(escaped(clean));
        }

        /** @param told whether the words are to tell where they lead */
        void link(String raw, String address, boolean told) {
            var words = Clean.text(raw);
            var shown = told && isShortFor(words, address) ? address : words;
            var open = "<a href=\"" + Entities.escape(address) + "\">";
            text.append(shown);
            html.append(open).append(escaped(shown)).append("</a>");
            if (told && !shown.equals(address)) {
                plain(" <" + address + ">");
            }
            linked = true;
        }

        RichText done() {
            return new RichText(text.toString(), linked ? SafeHtml.clean("<p>" + html + "</p>") : null);
        }

        private static boolean isShortFor(String words, String address) {
            var begin = CUT_OFF.matcher(words.toLowerCase(Locale.ROOT)).replaceFirst("");
            var full = address.toLowerCase(Locale.ROOT);
            var bare = SCHEME.matcher(full).replaceFirst("");
            var isCut = begin.length() < words.length();
            return isCut
                    ? full.startsWith(begin) || bare.startsWith(begin)
                    : full.equals(begin) || bare.equals(begin) || bare.equals(begin + "/");
        }

        private static String escaped(String clean) {
            return Entities.escape(clean).replace("\n", "<br>");
        }
    }
}
