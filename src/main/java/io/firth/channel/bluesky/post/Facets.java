package io.firth.channel.bluesky.post;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.bluesky.xrpc.Facet;
import io.firth.channel.bluesky.xrpc.Facet.Feature;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links and mentions in what an agent wrote: the network shows as such only what a facet marks. */
public final class Facets {

    private static final Pattern LINK = Pattern.compile("(?<![\\p{L}\\p{N}])https?://[^\\s<>\"]+");
    private static final Pattern AT_THE_END = Pattern.compile("[.,;:!?'’”»…\\]}]+$");

    /** AT Protocol, "Handle": labels of up to 63 letters, digits and hyphens. */
    private static final Pattern MENTION = Pattern.compile(
            "(?<![\\p{L}\\p{N}@./])@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)");

    private Facets() {}

    /** @param resolve whose handle that is; what nobody has stays plain text */
    public static List<Facet> of(String text, Function<String, Optional<String>> resolve) {
        var links = LINK.matcher(text)
                .results()
                .map(match -> link(text, match))
                .flatMap(Optional::stream)
                .toList();
        var mentions = MENTION.matcher(text)
                .results()
                .flatMap(match -> mention(text, match, resolve).stream())
                .filter(mention -> links.stream().noneMatch(link -> overlap(link, mention)));
        return Stream.concat(links.stream(), mentions)
                .sorted(Comparator.comparingInt(facet -> facet.index().byteStart()))
                .toList();
    }

    private static Optional<Facet> link(String text, MatchResult match) {
        var address = trimmed(match.group());
        var isMore = address.length() > address.indexOf("//") + 2;
        return isMore
                ? Optional.of(facet(text, match.start(), match.start() + address.length(), Feature.link(address)))
                : Optional.empty();
    }

    private static Optional<Facet> mention(String text, MatchResult match, Function<String, Optional<String>> resolve) {
        return resolve.apply(match.group(1).toLowerCase(Locale.ROOT))
                .map(did -> facet(text, match.start(), match.end(), Feature.mention(did)));
    }

    /** A sentence's own punctuation is no part of the address, nor is a bracket that the address does not open. */
    private static String trimmed(String address) {
        var trimmed = AT_THE_END.matcher(address).replaceFirst("");
        var closesMore = trimmed.endsWith(")") && count(trimmed, ')') > count(trimmed, '(');
        var rest = closesMore ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
        return rest.equals(address) ? address : trimmed(rest);
    }

    private static long count(String text, char one) {
        return text.chars().filter(c -> c == one).count();
    }

    private static boolean overlap(Facet one, Facet other) {
        return one.index().byteStart() < other.index().byteEnd()
                && other.index().byteStart() < one.index().byteEnd();
    }

    private static Facet facet(String text, int start, int end, Feature feature) {
        return new Facet(new Facet.Slice(bytes(text, start), bytes(text, end)), List.of(feature));
    }

    private static int bytes(String text, int end) {
        return text.substring(0, end).getBytes(UTF_8).length;
    }
}
