package io.firth.suggestion.mine;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells replies that answer something from those that only greet, thank or ask to wait. */
final class Substance {

    private static final int FEWEST_WORDS = 4;

    /** Whoever writes more than this says something else beside asking to wait. */
    private static final int SHORT = 25;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private static final Pattern GREETING = Pattern.compile(
            "(hi|hello|hey|dear|good (morning|afternoon|evening)|hallo|guten (morgen|tag|abend)|liebe[r]?|sehr geehrte[r]?)\\b.{0,60}");

    private static final Pattern SIGN_OFF = Pattern.compile(
            "((best|kind|warm) regards|regards|best|cheers|yours( sincerely| faithfully)?|sincerely|thanks|thank you|mit freundlichen grüßen|"
                    + "viele grüße|freundliche grüße|liebe grüße|danke)[,.! ]*");

    private static final Pattern HOLDING = Pattern.compile(
            "\\b(get back to you|look(ing)? into (it|this|that)|(will|'ll|let me) (check|find out|look)|bear with (me|us)|one moment|"
                    + "a moment please|hold on|under review|passed (it|this|that) on|forwarded (it|this|your)|as soon as (we|i) (know|hear|can)|"
                    + "melden uns|melde mich|(prüfen|klären) (das|wir|wir das)|(einen|ein) moment|kümmer(n|e) (uns|mich))\\b");

    private static final Pattern CORRECTION = Pattern.compile(
            "\\b(correction|i was wrong|was a mistake|my mistake|i made a mistake|please (ignore|disregard)|ignore (my|the) (last|previous)|"
                    + "what i meant|wrong (link|number|amount|information)|korrektur|ich habe mich (geirrt|vertan)|mein fehler)\\b");

    private Substance() {}

    /** Whether a reply says something that another customer with the same question could use. */
    static boolean isIn(String reply) {
        var said = said(reply);
        int words = words(said);
        return words >= FEWEST_WORDS
                && !(words <= SHORT && HOLDING.matcher(said).find());
    }

    /** Whether a reply takes back what was said before it. */
    static boolean isCorrection(String reply) {
        return CORRECTION.matcher(said(reply)).find();
    }

    /** The lines between greeting and sign-off, in lower case. */
    private static String said(String reply) {
        var said = new StringBuilder();
        for (var line :
                reply.toLowerCase(Locale.ROOT).lines().map(String::strip).toList()) {
            if (SIGN_OFF.matcher(line).matches() && !said.isEmpty()) {
                break;
            }
            if (!said.isEmpty() || !GREETING.matcher(line).matches() || line.length() > 80) {
                said.append(line).append('\n');
            }
        }
        return said.toString();
    }

    private static int words(String text) {
        return (int) WORD.matcher(text).results().count();
    }
}
