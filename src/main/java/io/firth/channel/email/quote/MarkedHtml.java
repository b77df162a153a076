package io.firth.channel.email.quote;

import io.firth.http.foreign.Clean;
import io.firth.http.html.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The text of a mail's HTML, with quote marks and a signature's dashes put where its structure says so: each mail program
 * marks what it quotes in its own way, in every language alike.
 */
final class MarkedHtml {

    private static final int LONGEST_SIGNATURE = 1_500;

    /** From here on everything is history: Outlook on the web and on phones, Yahoo, Proton, Tuta, Zoho, old Outlook. */
    private static final Set<String> CUTS = Set.of(
            "appendonsend",
            "divrplyfwdmsg",
            "olk_src_body_section",
            "outlookmessageheader",
            "yahoo_quoted",
            "protonmail_quote",
            "tutanota_quote",
            "zmail_extra",
            "moz-forward-container",
            "ms-outlook-mobile-reference-message",
            "mail-editor-reference-message-container",
            "stopspelling",
            "replysplit",
            "gmx_quote");

    private final Document document;
    private boolean marked;

    private MarkedHtml(String html) {
        this.document = Jsoup.parse(html);
    }

    /** Empty where nothing in it tells a quote or a signature. */
    static Optional<String> read(String html) {
        return new MarkedHtml(html).text();
    }

    private Optional<String> text() {
        for (Element quote : document.select("div.gmail_quote > blockquote")) {
            wrapAbove(quote);
        }
        for (Element element : document.body().getAllElements()) {
            if (isCut(element)) {
                mark(element, TextFolding.CUT);
            } else if (isSignature(element)) {
                mark(element, "-- ");
            }
        }
        String text = PlainText.of(document, this::prefix);
        return marked ? Optional.of(text) : Optional.empty();
    }

    private String prefix(Element element) {
        boolean quoted = isQuote(element);
        marked |= quoted;
        return quoted ? "> " : "";
    }

    /** Puts a line above the element. */
    private void mark(Element element, String line) {
        marked = true;
        element.before(new Element("div").text(line));
    }

    private static boolean isCut(Element element) {
        return names(element).anyMatch(CUTS::contains) || isOutlookHead(element);
    }

    /** Outlook draws a line above “From:”. */
    private static boolean isOutlookHead(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        boolean line = style.contains("border-top:solid#e1e1e1") || style.contains("border-top:solid#b5c4df");
        return element.normalName().equals("div") && line && element.text().indexOf(':') > 0;
    }

    private static boolean isSignature(Element element) {
        boolean named = names(element)
                .anyMatch(name -> name.endsWith("signature")
                        || name.equals("moz-signature")
                        || name.equals("protonmail_signature_block"));
        return named && element.text().length() <= LONGEST_SIGNATURE;
    }

    private static boolean isQuote(Element element) {
        if (names(element).anyMatch(name -> name.equals("gmail_attr") || name.equals("moz-cite-prefix"))) {
            return true;
        }
        if (!element.normalName().equals("blockquote")) {
            return false;
        }
        String style = element.attr("style").toLowerCase(Locale.ROOT);
        return element.attr("type").equalsIgnoreCase("cite")
                || element.hasAttr("cite")
                || names(element).anyMatch(name -> name.contains("quote"))
                || style.contains("border-left");
    }

    private static Stream<String> names(Element element) {
        List<String> names = new ArrayList<>(element.classNames());
        names.add(element.id());
        return names.stream().map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** Gmail's “On that day somebody wrote:” stood bare above the quote for years. */
    private static void wrapAbove(Element quote) {
        List<Node> above = new ArrayList<>();
        for (Node node = quote.previousSibling(); node != null; node = node.previousSibling()) {
            if (node instanceof Element element
                    && (element.normalName().equals("blockquote") || element.hasClass("gmail_attr"))) {
                return;
            }
            above.add(node);
        }
        Element attribution = new Element("div").addClass("gmail_attr");
        quote.before(attribution);
        above.reversed().forEach(attribution::appendChild);
    }

    static String withoutMarks(String text) {
        return Clean.text(text);
    }
}
