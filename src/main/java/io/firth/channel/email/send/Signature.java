package io.firth.channel.email.send;

import io.firth.channel.Settings;
import io.firth.http.foreign.Clean;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * What an account writes below each mail of an agent, and above a message that the agent hands on.
 *
 * @param text empty for none
 */
record Signature(String text) {

    static final Signature NONE = new Signature("");

    private static final Pattern FORWARDED = Pattern.compile("^-{5,} ?Forwarded message ?-{5,}$", Pattern.MULTILINE);
    private static final Pattern FORWARDED_HTML = Pattern.compile("<p>-{5,} ?Forwarded message");

    /** {@code {{agent.name}}} in it is who writes. */
    static Signature of(Settings settings, String agent) {
        var text = settings.text("signature").orElse("");
        return new Signature(Clean.text(text.replace("{{agent.name}}", agent)).strip());
    }

    /** Whether a text hands another message on. */
    static boolean isForward(String text) {
        return FORWARDED.matcher(text).find();
    }

    /** Below the line that mail programs know a signature by (RFC 3676, 4.3). */
    String below(String words) {
        if (text.isEmpty()) {
            return words;
        }
        var forwarded = FORWARDED.matcher(words);
        int end = forwarded.find() ? forwarded.start() : words.length();
        var own = words.substring(0, end).strip();
        var rest = words.substring(end);
        return (own.isEmpty() ? "" : own + "\n\n") + "-- \n" + text + (rest.isEmpty() ? "" : "\n\n" + rest);
    }

    String belowHtml(String html) {
        if (text.isEmpty()) {
            return html;
        }
        var forwarded = FORWARDED_HTML.matcher(html);
        int end = forwarded.find() ? forwarded.start() : html.length();
        var own = "<p>-- <br>" + Entities.escape(text).replace("\n", "<br>") + "</p>";
        return html.substring(0, end) + own + html.substring(end);
    }
}
