package io.firth.http.html;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as the plain text that a mail program would send beside it. */
public final class PlainText {

    private static final Set<String> BLOCKS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "center",
            "dd",
            "div",
            "dl",
            "dt",
            "fieldset",
            "figure",
            "footer",
            "form",
            "header",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "main",
            "nav",
            "ol",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Set<String> APART =
            Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "table", "pre");
    private static final Set<String> UNSEEN = Set.of("head", "script", "style", "title", "template", "noscript");

    private PlainText() {}

    public static String of(String html) {
        return of(Jsoup.parse(html));
    }

    /** Reads what is below {@code root}, the root's own tag left aside. */
    public static String of(Element root) {
        return of(root, element -> "");
    }

    /** @param prefixes what every line within an element begins with; within nested ones the prefixes add up */
    public static String of(Element root, Function<Element, String> prefixes) {
        Writer writer = new Writer(prefixes);
        NodeTraversor.traverse(writer, root instanceof Document document ? document.body() : root);
        return writer.text();
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int newlines = 2;
        private boolean space;
        private int unseen;
        private int pre;
        private final Function<Element, String> prefixes;
        private final Deque<String> prefix = new ArrayDeque<>();

        private Writer(Function<Element, String> prefixes) {
            this.prefixes = prefixes;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                String added = prefixes.apply(element);
                if (!added.isEmpty()) {
                    breakLine(1);
                }
                prefix.push(prefix.isEmpty() ? added : prefix.peek() + added);
                open(element.normalName(), element);
            } else if (node instanceof TextNode text && unseen == 0) {
                write(text.getWholeText());
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element.normalName());
                String inner = prefix.pop();
                if (!inner.isEmpty() && !inner.equals(prefix.peek())) {
                    breakLine(1);
                }
            }
        }

        private void open(String name, Element element) {
            if (UNSEEN.contains(name)) {
                unseen++;
            } else if (unseen > 0) {
                return;
            } else if (name.equals("br")) {
                breakLine(newlines + 1);
            } else if (name.equals("li")) {
                breakLine(1);
                words("- ");
            } else if (name.equals("td") || name.equals("th")) {
                space = newlines == 0;
            } else if (name.equals("img") && !element.attr("alt").isBlank()) {
                words(element.attr("alt").strip());
            } else {
                breakFor(name);
            }
            if (name.equals("pre")) {
                pre++;
            }
        }

        private void close(String name) {
            if (UNSEEN.contains(name)) {
                unseen--;
            } else if (unseen == 0 && !name.equals("br")) {
                breakFor(name);
            }
            if (name.equals("pre")) {
                pre--;
            }
        }

        private void breakFor(String name) {
            if (APART.contains(name)) {
                breakLine(2);
            } else if (BLOCKS.contains(name)) {
                breakLine(1);
            }
        }

        private void breakLine(int wanted) {
            space = false;
            String begin = prefix.peek();
            for (; newlines < Math.min(wanted, 3); newlines++) {
                out.append(newlines > 0 && begin != null ? begin.stripTrailing() : "")
                        .append('\n');
            }
        }

        private void write(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (pre > 0 && c == '\n') {
                    out.append('\n');
                    newlines++;
                } else if (c == '\u200B' || c == '\u00AD') {
                    continue;
                } else if (pre == 0 && (Character.isWhitespace(c) || c == '\u00A0')) {
                    space = space || newlines == 0;
                } else {
                    words(c);
                }
            }
        }

        private void words(String text) {
            for (int i = 0; i < text.length(); i++) {
                words(text.charAt(i));
            }
        }

        private void words(char c) {
            String begin = prefix.peek();
            if (newlines > 0 && begin != null) {
                out.append(begin);
            }
            if (space) {
                out.append(' ');
                space = false;
            }
            out.append(c);
            newlines = 0;
        }

        private String text() {
            return out.toString().strip();
        }
    }
}
