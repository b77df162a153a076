package io.firth.survey.answer;

import static io.firth.survey.wording.MailWords.escaped;

import io.firth.survey.Item;
import io.firth.survey.Scale;
import io.firth.survey.wording.MailWords;
import io.firth.survey.wording.Wording;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The pages that a link leads to, without a script. Whatever stands in them that is not ours to write is escaped here.
 *
 * @param from in whose name was asked
 */
record RatePage(Wording wording, String from) {

    private static final String FRAME = """
            <!doctype html>
            <html lang="%s" dir="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>%s</title>
            <link rel="stylesheet" href="/rate/style.css">
            </head>
            <body>
            <main>
            <p class="from">%s</p>
            %s
            </main>
            </body>
            </html>
            """;

    private static final String FORM = """
            <form method="post" action="/rate/%s" accept-charset="utf-8">
            %s
            <fieldset class="score %s">
            <legend><h1>%s</h1></legend>
            <div class="choices">
            %s
            </div>
            </fieldset>
            %s
            <p class="comment">
            <label for="comment">%s</label>
            <textarea id="comment" name="comment" rows="4" maxlength="2000" dir="auto">%s</textarea>
            </p>
            <button type="submit">%s</button>
            </form>
            """;

    private static final String CHOICE = """
            <label><input type="radio" name="%s" value="%s"%s%s><span class="sign" aria-hidden="true">%s</span> \
            <span class="label">%s</span></label>""";

    private static final String ITEM = """
            <fieldset class="item">
            <legend>%s</legend>
            %s
            </fieldset>""";

    private static final String REOPEN = """
            <p>%s</p>
            <form method="post" action="/rate/%s/reopen">
            <button type="submit">%s</button>
            </form>
            """;

    /** What is filled in already. @param problem the key of what is wrong with it; null where nothing is */
    record Filled(
            @Nullable Integer score,
            @Nullable String comment,
            @Nullable String problem) {}

    String form(String token, Asked asked, Filled filled) {
        var problem = filled.problem();
        var comment = filled.comment();
        return framed(
                wording.question(),
                FORM.formatted(
                        escaped(token),
                        problem == null ? "" : alert(wording.say(problem)),
                        asked.scale().word(),
                        escaped(wording.question()),
                        choices(asked.scale(), filled.score()),
                        asked.items().stream().map(this::item).collect(Collectors.joining("\n")),
                        escaped(wording.say("comment")),
                        comment == null ? "" : "\n" + escaped(comment),
                        escaped(wording.say("send"))));
    }

    /** @param unsolved whether to offer that the conversation is opened again */
    String thanks(String token, Asked asked, boolean unsolved, ZoneId zone) {
        var date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(Locale.forLanguageTag(wording.language()))
                .withZone(zone)
                .format(asked.validUntil());
        var thanks = heading("thanks") + paragraph(wording.say("changeable").replace("{date}", date));
        var offer = REOPEN.formatted(escaped(wording.say("unsolved")), escaped(token), escaped(wording.say("reopen")));
        return framed(wording.say("thanks"), unsolved ? thanks + offer : thanks);
    }

    /** A page that says one thing. @param key of the words */
    String saying(String key) {
        return framed(wording.say(key), heading(key));
    }

    private String choices(Scale scale, @Nullable Integer chosen) {
        return scale.scores().stream()
                .map(score -> CHOICE.formatted(
                        "score",
                        score,
                        " required",
                        score.equals(chosen) ? " checked" : "",
                        MailWords.sign(scale, score),
                        escaped(wording.label(scale, score))))
                .collect(Collectors.joining("\n"));
    }

    private String item(Item item) {
        var yes = CHOICE.formatted(item.word(), "yes", "", "", "", escaped(wording.say("yes")));
        var no = CHOICE.formatted(item.word(), "no", "", "", "", escaped(wording.say("no")));
        return ITEM.formatted(escaped(wording.item(item)), yes + "\n" + no);
    }

    private String heading(String key) {
        return "<h1>" + escaped(wording.say(key)) + "</h1>";
    }

    private static String paragraph(String text) {
        return "<p>" + escaped(text) + "</p>";
    }

    private static String alert(String text) {
        return "<p class=\"problem\" role=\"alert\">" + escaped(text) + "</p>";
    }

    private String framed(String title, String body) {
        return FRAME.formatted(
                wording.language(), wording.isRightToLeft() ? "rtl" : "ltr", escaped(title), escaped(from), body);
    }
}
