package io.firth.suggestion.redact;

import static io.firth.suggestion.redact.Spans.BEGIN;
import static io.firth.suggestion.redact.Spans.END;

import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names that we do not hold, where a letter has names: whom it greets, who signs it, and behind a title. */
final class People {

    private static final String NAME_WORD = "[\\p{L}\\p{M}" + Slot.MARKS + "][\\p{L}\\p{M}'’.-]{0,40}+";
    private static final String CAPITAL = "(?-i:[\\p{Lu}\\p{Lo}])[\\p{L}\\p{M}'’-]{0,40}+";
    private static final String PARTICLES = "van|von|de|der|den|del|di|da|la|le|el|al|bin|zu";
    private static final String CAPITALS = CAPITAL + "(?: (?:(?:" + PARTICLES + ") ){0,3}" + CAPITAL + "){0,3}";
    private static final String BETWEEN = "(?: (?:(?:" + PARTICLES + "|and|und|et|y|e|en|och|&) ){0,3}";
    private static final String PART = "(?:" + CAPITAL + "|[" + Slot.MARKS + "])";
    private static final String TITLE =
            "(?:mr|mrs|ms|miss|mx|dr|prof(?:essor)?|herrn?|frau|monsieur|madame|mademoiselle|mme|mlle"
                    + "|señora?|senora?|sra?|srta|don|doña|signora?|sig|dhr|mevr(?:ouw)?|meneer|pani?)";
    private static final String TITLES = "(?:" + TITLE + END + "\\.? ){0,3}+";
    private static final String LINE = "^[ >*•-]{0,8}";
    private static final String NAME_END = "(?= {0,2}(?:[,!.:;–]|- |$))";

    private static final Pattern GREETED =
            Spans.pattern(LINE + "(?:" + Lexicon.GREETINGS + ")" + END + ",? {1,3}" + TITLES
                    + "(?<who>" + PART + BETWEEN + PART + "){0,4}|" + NAME_WORD + "(?: " + NAME_WORD + ")?)"
                    + NAME_END);
    private static final Pattern GREETED_ON = Spans.pattern(LINE + "(?:" + Lexicon.GREETINGS + "|" + Lexicon.THANKS
            + ")" + END + ",? {1,3}" + TITLES + "(?<who>" + CAPITAL + BETWEEN + CAPITAL + "){0,4})" + END);
    private static final Pattern TITLED =
            Spans.pattern(BEGIN + "(?:" + TITLE + END + "\\.? {1,2}){1,3}+(?<who>" + CAPITALS + ")" + END);
    private static final Pattern SIGNED = Spans.pattern(LINE + "(?:" + Lexicon.CLOSINGS + ")" + END
            + " ?[,.!–-]{0,2} ?(?:from )?(?:\\n[ >]{0,8}){1,3}" + "(?:[-–—/~^] ?)?(?<who>" + CAPITALS + "\\.?|"
            + NAME_WORD + "(?: " + NAME_WORD + ")?(?= {0,2}\\n{0,3}\\z))(?= {0,2}(?:[,|(]|$))");
    private static final Pattern SIGNED_ON = Spans.pattern("(?:^|(?<=[.!?,] {1,2}))(?:" + Lexicon.CLOSINGS + ")" + END
            + "[,.!]? {1,2}(?:from )?(?<who>" + CAPITALS + ")(?= {0,2}\\.?$)");
    private static final Pattern DASHED =
            Spans.pattern("(?:^|(?<= ))(?:[-–—~^]{1,2} ?|/)(?<who>" + CAPITALS + ")\\.? {0,2}\\n{0,3}\\z");
    private static final Pattern INTRODUCED = Spans.pattern(BEGIN
            + "(?:my name is|mein name ist|je m['’]appelle|me llamo|mi chiamo|mijn naam is|this is(?= \\p{L}{1,40}+ (?:from|at|with) )) (?<who>"
            + CAPITALS + ")" + END);

    private People() {}

    static String replaceGreeted(String text) {
        return replace(replace(text, GREETED, Slot.CONTACT_NAME), GREETED_ON, Slot.CONTACT_NAME);
    }

    static String replaceSigned(String text) {
        var rest = text;
        for (var pattern : new Pattern[] {SIGNED, SIGNED_ON, DASHED, INTRODUCED}) {
            rest = replace(rest, pattern, Slot.AGENT_NAME);
        }
        return rest;
    }

    static String replaceTitled(String text) {
        return replace(text, TITLED, Slot.NAME);
    }

    private static String replace(String text, Pattern pattern, Slot slot) {
        return pattern.matcher(text)
                .replaceAll(found -> isPerson(found, slot)
                        ? Spans.within(found, "who", slot)
                        : Matcher.quoteReplacement(found.group()));
    }

    /** Not everybody, not a slot alone, and no team that signs. */
    private static boolean isPerson(MatchResult found, Slot slot) {
        var words = Arrays.stream(found.group("who").split("[ .,]+"))
                .filter(word -> !word.isEmpty() && !Slot.isMark(word.charAt(0)))
                .map(Plain::fold)
                .toList();
        long roles = words.stream().filter(Lexicon.ROLES::contains).count();
        return switch (slot) {
            case AGENT_NAME -> !words.isEmpty() && roles == 0;
            case CONTACT_NAME -> roles < words.size();
            default -> !words.isEmpty();
        };
    }
}
