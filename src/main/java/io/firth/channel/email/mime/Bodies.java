package io.firth.channel.email.mime;

import io.firth.http.foreign.Clean;
import io.firth.http.html.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jsoup.nodes.Entities;
import org.jspecify.annotations.Nullable;

/** Sorts a MIME tree into what was written and what came with it. */
final class Bodies {

    /** What is longer stays a file beside its beginning: nobody reads it in a conversation. */
    static final int LONGEST_TEXT = 500_000;

    private final List<Part> parts = new ArrayList<>();
    private final List<String> reports = new ArrayList<>();

    /** What was written, in one or both forms. */
    record Body(@Nullable String text, @Nullable String html) {

        static final Body NONE = new Body(null, null);

        boolean isEmpty() {
            return text == null && html == null;
        }

        String asText() {
            return text != null ? text : html == null ? "" : Clean.text(PlainText.of(html));
        }

        String asHtml() {
            return html != null ? html : "<div style=\"white-space:pre-wrap\">" + Entities.escape(asText()) + "</div>";
        }
    }

    List<Part> parts() {
        return parts;
    }

    List<String> reports() {
        return reports;
    }

    Body sort(Entity entity) {
        return switch (entity) {
            case Entity.Leaf leaf -> leaf(leaf);
            case Entity.Branch branch when branch.children().isEmpty() -> preamble(branch);
            case Entity.Branch branch when branch.is("alternative") -> alternative(branch.children());
            case Entity.Branch branch -> mixed(branch.children());
        };
    }

    private Body preamble(Entity.Branch branch) {
        String text = Clean.text(Charsets.decode(branch.preamble(), null)).strip();
        return text.isEmpty() ? Body.NONE : new Body(text, null);
    }

    private Body alternative(List<Entity> children) {
        String text = null;
        String html = null;
        for (Entity child : children) {
            Body body = sort(child);
            text = text == null || text.isBlank()
                    ? Objects.requireNonNullElse(body.text(), text == null ? "" : text)
                    : text;
            html = body.html() != null ? body.html() : html;
        }
        return new Body(text == null || (text.isBlank() && html != null) ? null : text, html);
    }

    private Body mixed(List<Entity> children) {
        List<Body> bodies = children.stream()
                .map(this::sort)
                .filter(body -> !body.isEmpty())
                .toList();
        if (bodies.size() < 2) {
            return bodies.isEmpty() ? Body.NONE : bodies.getFirst();
        }
        boolean anyHtml = bodies.stream().anyMatch(body -> body.html() != null);
        String text = String.join("\n\n", bodies.stream().map(Body::asText).toList());
        return new Body(
                text,
                anyHtml ? String.join("<br>", bodies.stream().map(Body::asHtml).toList()) : null);
    }

    private Body leaf(Entity.Leaf leaf) {
        String type = leaf.mediaType();
        if (type.equals("message/delivery-status")) {
            reports.add(Clean.text(Charsets.decode(leaf.bytes(), null)));
        }
        boolean written = type.equals("text/plain") || type.equals("text/html");
        if (!written || leaf.isAttached() || !leaf.name().isEmpty() && leaf.bytes().length > 0) {
            return file(leaf);
        }
        String decoded = Clean.text(
                Charsets.decode(leaf.bytes(), leaf.type().get("charset").orElse(null)));
        if (decoded.length() > LONGEST_TEXT) {
            addPart(leaf);
            return type.equals("text/html")
                    ? new Body(shortened(PlainText.of(decoded)), null)
                    : new Body(shortened(decoded), null);
        }
        return type.equals("text/html") ? new Body(null, decoded) : new Body(flowed(leaf, decoded), null);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : Clean.text(text.substring(0, LONGEST_TEXT));
    }

    private static String flowed(Entity.Leaf leaf, String text) {
        Parameters type = leaf.type();
        if (!type.get("format").orElse("").equalsIgnoreCase("flowed")) {
            return text;
        }
        return Flowed.unfold(text, type.get("delsp").orElse("").equalsIgnoreCase("yes"));
    }

    private Body file(Entity.Leaf leaf) {
        if (leaf.mediaType().endsWith("/ms-tnef") || leaf.name().equalsIgnoreCase("winmail.dat")) {
            var unpacked = WinMail.unpack(leaf.bytes());
            if (unpacked.isPresent()) {
                parts.addAll(unpacked.get().parts());
                return unpacked.get().body();
            }
        }
        addPart(leaf);
        return Body.NONE;
    }

    private void addPart(Entity.Leaf leaf) {
        if (parts.size() < EntityReader.MOST_PARTS) {
            parts.add(new Part(Names.of(leaf, parts.size() + 1), leaf.mediaType(), contentId(leaf), leaf.bytes()));
        }
    }

    private static @Nullable String contentId(Entity.Leaf leaf) {
        List<String> ids = Words.ids(leaf.headers().every("content-id"));
        return ids.isEmpty() ? null : ids.getFirst();
    }
}
