package io.firth.http.html;

import java.util.Locale;
import java.util.Map;

/** How deep HTML nests, found by one look over its tags; elements that nobody needs to close do not count. */
final class Depth {

    private static final Map<String, Integer> LEVELS = Map.ofEntries(
            Map.entry("div", 1),
            Map.entry("blockquote", 1),
            Map.entry("span", 1),
            Map.entry("font", 1),
            Map.entry("center", 1),
            Map.entry("section", 1),
            Map.entry("article", 1),
            Map.entry("table", 4),
            Map.entry("ul", 2),
            Map.entry("ol", 2),
            Map.entry("b", 1),
            Map.entry("i", 1),
            Map.entry("u", 1),
            Map.entry("em", 1),
            Map.entry("strong", 1),
            Map.entry("small", 1),
            Map.entry("big", 1));

    private static final int LONGEST_NAME = 12;

    private Depth() {}

    static int of(String html) {
        int depth = 0;
        int deepest = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean closing = html.startsWith("/", at + 1);
            int levels = LEVELS.getOrDefault(name(html, at + (closing ? 2 : 1)), 0);
            depth = closing ? Math.max(0, depth - levels) : depth + levels;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }

    private static String name(String html, int from) {
        int to = from;
        while (to < html.length() && to - from < LONGEST_NAME && Character.isLetterOrDigit(html.charAt(to))) {
            to++;
        }
        return html.substring(from, to).toLowerCase(Locale.ROOT);
    }
}
