package io.firth.suggestion.redact;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses of pages. One that anybody may see stays: a host and a short path, of words. */
final class Links {

    private static final String REST = "[^\\s<>\"|\\\\^" + Slot.MARKS + "]*+";
    private static final String LABEL = "[\\p{L}\\p{N}\\p{M}_-]++\\.";
    private static final Pattern LINK = Spans.pattern(
            "(?<![\\p{L}\\p{N}\\p{M}@._-])(?:[a-z][a-z0-9+-]{1,20}://" + REST + "|www\\." + REST + "|(?:" + LABEL
                    + ")++\\p{L}{2,24}+(?::\\d{1,5})?[/?#]" + REST + "|(?:tel|sms|geo|skype):(?=\\S)" + REST + ")");

    private static final Pattern PUBLIC = Pattern.compile(
            "(?:https?://)?[a-z]{1,20}(?:-[a-z]{1,20}){0,3}(?:\\.[a-z]{1,20}(?:-[a-z]{1,20}){0,3}){1,4}((?:/[\\p{L}]{1,20}(?:[-_.][\\p{L}]{1,20}){0,7}){0,4})/?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\p{Lu}?\\p{Ll}{0,19}|\\p{Lu}{1,4}");
    private static final Pattern VOWEL = Spans.pattern("[aeiouyäöüáéíóúàèìòùâêîôûåæø]");
    private static final int LONGEST = 120;
    private static final int WITHOUT_VOWELS = 5;

    private Links() {}

    static String replace(String text) {
        return LINK.matcher(text).replaceAll(found -> {
            var link = withoutStops(found.group());
            var rest = found.group().substring(link.length());
            return Matcher.quoteReplacement(isPublic(link) ? found.group() : Slot.URL.mark() + rest);
        });
    }

    /** Without what ends the sentence, or the bracket, in which it stands. */
    private static String withoutStops(String link) {
        int end = link.length();
        while (end > 0 && ".,;:!?)]}'’*".indexOf(link.charAt(end - 1)) >= 0) {
            end--;
        }
        return link.substring(0, end);
    }

    private static boolean isPublic(String link) {
        if (link.length() > LONGEST) {
            return false;
        }
        var parts = PUBLIC.matcher(link);
        return parts.matches() && Arrays.stream(parts.group(1).split("[/._-]")).allMatch(Links::isWord);
    }

    /** Not what a machine made up of letters. */
    private static boolean isWord(String part) {
        if (!WORD.matcher(part).matches()) {
            return part.isEmpty() || !part.chars().allMatch(c -> c < 0x250);
        }
        long vowels = VOWEL.matcher(part).results().count();
        return part.length() < WITHOUT_VOWELS || vowels * WITHOUT_VOWELS >= part.length();
    }
}
