package io.firth.suggestion.redact;

import static io.firth.suggestion.redact.Spans.END;

import java.util.regex.Pattern;

/** Addresses of mail, also those spelled out against robots, and handles. */
final class Mails {

    private static final String LOCAL = "[\\p{L}\\p{N}\\p{M}._%+'&*=~#$!^-]";
    private static final String LABEL = "[\\p{L}\\p{N}\\p{M}_-]++";
    private static final String DOMAIN = "(?:" + LABEL + "(?:\\." + LABEL + ")*+|\\[[0-9A-Fa-f:.]{2,45}])";
    private static final String BEGIN = "(?<!" + LOCAL + ")" + LOCAL + "++";

    private static final Pattern MAIL = Spans.pattern(BEGIN + "(?:@" + DOMAIN + ")++");
    private static final Pattern SPELLED = Spans.pattern(BEGIN + " {0,2}[\\[({<] ?(?:at|ät|arroba|chez) ?[])}>] {0,2}"
            + LABEL + "(?: {0,2}(?:\\.|[\\[({<] ?(?:dot|punkt|punto|point) ?[])}>]) {0,2}" + LABEL + "){0,6}");
    private static final Pattern HANDLE = Spans.pattern(
            "(?<![\\p{L}\\p{N}\\p{M}@])@[\\p{L}\\p{N}_](?:[\\p{L}\\p{N}\\p{M}_]|[.-](?=[\\p{L}\\p{N}_]))*+" + END);

    private Mails() {}

    static String replace(String text, Phrases phrases) {
        var rest = text.indexOf('@') < 0 ? text : Spans.replace(text, MAIL, found -> phrases.mail(found.group()));
        return Spans.replace(rest, SPELLED, Slot.EMAIL);
    }

    static String replaceHandles(String text) {
        return text.indexOf('@') < 0 ? text : Spans.replace(text, HANDLE, Slot.HANDLE);
    }
}
