package io.firth.survey.wording;

import io.firth.survey.Scale;
import java.util.stream.Collectors;

/** A question as a mail asks it: the same in plain text and formatted, with a link for each answer. */
public record MailWords(String text, String html) {

    private static final String PAGE = """
            <div dir="%s"><p><b>%s</b></p><table><tr>%s</tr></table><p style="color:#666666;font-size:12px">%s</p></div>
            """;

    private static final String ANSWER = """
            <td style="padding:4px;text-align:center;vertical-align:top;width:84px"><a href="%s" \
            style="text-decoration:none;color:#333333"><span style="font-size:28px">%s</span><br>\
            <span style="font-size:12px">%s</span></a></td>""";

    private static final String[] FACES = {"😞", "🙁", "😐", "🙂", "😀"};

    /**
     * @param link of the page that takes the answer; opening it chooses one, and sends none
     * @param account in whose name it is asked
     */
    public static MailWords of(Wording wording, Scale scale, String link, String account, boolean again) {
        var why = wording.say("why").replace("{name}", account);
        var question = again ? wording.say("reminder") + "\n\n" + wording.question() : wording.question();
        var text = "%s\n\n%s\n%s\n\n%s".formatted(question, wording.say("answer"), link, why);
        return new MailWords(text, html(wording, scale, link, question, why));
    }

    private static String html(Wording wording, Scale scale, String link, String question, String why) {
        var answers = scale.scores().stream()
                .map(score -> ANSWER.formatted(
                        escaped(link + "?score=" + score), sign(scale, score), escaped(wording.label(scale, score))))
                .collect(Collectors.joining());
        var direction = wording.isRightToLeft() ? "rtl" : "ltr";
        return PAGE.formatted(direction, escaped(question).replace("\n\n", "</b></p><p><b>"), answers, escaped(why));
    }

    /** What stands above an answer's label. */
    public static String sign(Scale scale, int score) {
        return switch (scale) {
            case NUMBERS -> Integer.toString(score);
            case FACES -> FACES[score - 1];
            case THUMBS -> score == 1 ? "👍" : "👎";
        };
    }

    /** For text and for attributes in double or single quotes. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
