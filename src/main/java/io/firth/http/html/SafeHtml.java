package io.firth.http.html;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;
import org.owasp.html.CssSchema;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * HTML from a mail, made safe to show in a sandboxed frame: formatting, tables and links stay; whatever runs, loads,
 * overlays or sends does not. A picture from elsewhere keeps its address in {@code data-remote-src}, and is not loaded.
 */
public final class SafeHtml {

    /** Carries the address of a picture that is only loaded when an agent asks for it. */
    public static final String REMOTE = "data-remote-src";

    private static final String[] ELEMENTS = {
        "p",
        "div",
        "span",
        "br",
        "hr",
        "b",
        "strong",
        "i",
        "em",
        "u",
        "s",
        "strike",
        "del",
        "ins",
        "sub",
        "sup",
        "small",
        "big",
        "font",
        "center",
        "blockquote",
        "pre",
        "code",
        "tt",
        "kbd",
        "samp",
        "var",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "caption",
        "colgroup",
        "col",
        "abbr",
        "cite",
        "q",
        "address",
        "mark",
        "article",
        "section",
        "header",
        "footer",
        "main",
        "figure",
        "figcaption"
    };

    private static final Set<String> STYLES = Set.of(
            "background",
            "background-color",
            "border",
            "border-bottom",
            "border-bottom-color",
            "border-bottom-style",
            "border-bottom-width",
            "border-collapse",
            "border-color",
            "border-left",
            "border-left-color",
            "border-left-style",
            "border-left-width",
            "border-radius",
            "border-right",
            "border-right-color",
            "border-right-style",
            "border-right-width",
            "border-spacing",
            "border-style",
            "border-top",
            "border-top-color",
            "border-top-style",
            "border-top-width",
            "border-width",
            "color",
            "direction",
            "font",
            "font-family",
            "font-size",
            "font-style",
            "font-variant",
            "font-weight",
            "height",
            "letter-spacing",
            "line-height",
            "list-style",
            "list-style-type",
            "max-width",
            "min-width",
            "padding",
            "padding-bottom",
            "padding-left",
            "padding-right",
            "padding-top",
            "text-align",
            "text-decoration",
            "text-indent",
            "text-transform",
            "vertical-align",
            "white-space",
            "width",
            "word-spacing");

    private static final int DEEPEST = 200;

    private static final List<String> RASTER = List.of("png", "jpeg", "jpg", "gif", "webp");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(ELEMENTS)
            .allowElements(SafeHtml::link, "a")
            .allowElements(SafeHtml::picture, "img")
            .allowWithoutAttributes("span", "font", "div")
            .allowUrlProtocols("http", "https", "mailto", "cid", "data")
            .allowAttributes("href")
            .matching((element, attribute, value) -> isLink(value) ? value : null)
            .onElements("a")
            .allowAttributes("src")
            .matching((element, attribute, value) -> source(value))
            .onElements("img")
            .allowAttributes("alt")
            .onElements("img")
            .allowAttributes("width", "height", "align", "valign", "bgcolor", "border", "cellpadding", "cellspacing")
            .onElements(
                    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup", "img", "hr", "p", "div")
            .allowAttributes("colspan", "rowspan", "scope", "abbr")
            .onElements("td", "th")
            .allowAttributes("color", "size", "face")
            .onElements("font")
            .allowAttributes("start", "type", "value")
            .onElements("ol", "ul", "li")
            .allowAttributes("dir", "lang", "title")
            .globally()
            .allowStyling(CssSchema.withProperties(STYLES))
            .disallowTextIn(
                    "title", "head", "template", "noscript", "iframe", "object", "svg", "math", "select", "textarea")
            .toFactory();

    private SafeHtml() {}

    /** What nests deeper than the sanitiser goes is shown as plain text, since the sanitiser would cut it. */
    public static String clean(String html) {
        return Depth.of(html) > DEEPEST ? sanitised(asPlainText(html)) : sanitised(html);
    }

    /** The addresses of the pictures from elsewhere in HTML that was cleaned. */
    public static Set<String> remotePictures(String clean) {
        return Jsoup.parseBodyFragment(clean).select("img[" + REMOTE + "]").stream()
                .map(picture -> picture.attr(REMOTE))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String asPlainText(String html) {
        return "<div style=\"white-space:pre-wrap\">" + Entities.escape(PlainText.of(html)) + "</div>";
    }

    private static String sanitised(String html) {
        // The library escapes these too; in its quoted attributes they mean nothing, and content ids stay readable.
        return POLICY.sanitize(html).replace("&#64;", "@").replace("&#61;", "=").replace("&#43;", "+");
    }

    private static String link(String element, List<String> attributes) {
        if (attributes.contains("href")) {
            attributes.addAll(List.of("target", "_blank", "rel", "noopener noreferrer"));
        }
        return element;
    }

    private static @Nullable String picture(String element, List<String> attributes) {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i + 1 < attributes.size(); i += 2) {
            boolean remote = attributes.get(i).equals("src") && isRemote(attributes.get(i + 1));
            kept.add(remote ? REMOTE : attributes.get(i));
            kept.add(attributes.get(i + 1));
        }
        attributes.clear();
        attributes.addAll(kept);
        return kept.contains("src") || kept.contains(REMOTE) ? element : null;
    }

    private static boolean isLink(String url) {
        String lower = url.strip().toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
    }

    private static boolean isRemote(String url) {
        return url.startsWith("http://") || url.startsWith("https://");
    }

    private static @Nullable String source(String url) {
        String plain = url.strip();
        String lower = plain.toLowerCase(Locale.ROOT);
        if (lower.startsWith("//")) {
            return "https:" + plain;
        }
        if (lower.startsWith("http://") || lower.startsWith("https://")) {
            return lower.substring(0, lower.indexOf(':')) + plain.substring(plain.indexOf(':'));
        }
        if (lower.startsWith("cid:")) {
            return "cid:" + decoded(plain.substring(4));
        }
        return RASTER.stream().anyMatch(it -> lower.startsWith("data:image/" + it + ";base64,")) ? plain : null;
    }

    private static String decoded(String contentId) {
        try {
            return URLDecoder.decode(contentId.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException asItIs) {
            return contentId;
        }
    }
}
