package io.firth.suggestion.redact;

import static io.firth.suggestion.redact.Spans.BEGIN;
import static io.firth.suggestion.redact.Spans.END;

import java.util.regex.Pattern;

/** Where somebody lives, by streets and postal codes, and where a machine is. */
final class Places {

    private static final String HOUSE = "\\d{1,5} ?[a-z]?" + END;
    private static final String CAPITAL = "(?-i:\\p{Lu})[\\p{L}\\p{M}'’-]{0,30}+";
    private static final String WORDS = "(?:" + CAPITAL + "\\.? ){1,4}";
    private static final String TOWN = "(?:,? {0,2}\\d{4,5} " + CAPITAL + ")?";

    private static final Pattern STREET = Spans.pattern(BEGIN + "(?:"
            + "[\\p{L}\\p{M}.'’-]{1,40}?(?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|gracht|plein|gatan|gata|vägen|vej|gade) ?"
            + HOUSE + TOWN
            + "|(?-i:\\p{Lu})[\\p{L}-]{0,30}+ (?:straße|strasse|str\\.|weg|platz|allee|gasse|ring|damm|ufer) " + HOUSE
            + TOWN
            + "|\\d{1,5}[a-z]?,? " + WORDS
            + "(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|court|ct|square|sq|boulevard|blvd|way|place|terrace|crescent|close|gardens|hill|park)"
            + END
            + "|\\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|bd|place|chemin|impasse|allée|route|quai)(?: (?:de|du|des|la|le|les|saint|sainte))*+ (?:[ld]['’])?"
            + CAPITAL + "(?: " + CAPITAL + "){0,3}"
            + "|(?:calle|avenida|avda\\.?|plaza|via|viale|piazza|corso|rua|ulica|ul\\.|al\\.|os\\.)(?: (?:de|del|della|di|da|do|dos|la|las|los))*+ "
            + CAPITAL + "(?: " + CAPITAL + "){0,3},? (?:n[º°.] ?)?" + HOUSE
            + "|p\\.? ?o\\.? ?box \\d{1,6}|postfach \\d[\\d ]{0,8}"
            + ")");

    private static final Pattern TOWN_BY_CODE = Spans.pattern(
            "(?<![\\p{L}\\p{N}\\p{M}.,/+-])(?:[a-z]{1,2}-)?(?:\\d{5}|\\d{3} \\d{2}|\\d{4} [A-Z]{2}) (?-i:\\p{Lu})\\p{Ll}[\\p{L}\\p{M}-]{1,30}+");

    private static final Pattern BRITISH_CODE = Spans.pattern(BEGIN + "[a-z]{1,2}\\d[a-z\\d]? {0,2}\\d[a-z]{2}" + END);

    private static final Pattern IP4 =
            Spans.pattern("(?<![\\p{L}\\p{N}.])\\d{1,3}(?:\\.\\d{1,3}){3}(?:[:/]\\d{1,5})?(?![\\p{N}])");
    private static final Pattern IP6 = Spans.pattern(
            "(?<![\\p{L}\\p{N}:.])[0-9a-f:]{2,45}+(?:(?<=:)\\d{1,3}(?:\\.\\d{1,3}){3}|%\\w{1,16}|/\\d{1,3})?" + END);

    private static final int FEWEST_COLONS = 4;

    private Places() {}

    static String replaceAddresses(String text) {
        var rest = Spans.replace(text, STREET, Slot.ADDRESS);
        return Spans.replace(Spans.replace(rest, TOWN_BY_CODE, Slot.ADDRESS), BRITISH_CODE, Slot.ADDRESS);
    }

    static String replaceMachines(String text) {
        var rest = Spans.replace(text, IP4, Slot.IP);
        return Spans.replace(rest, IP6, found -> {
            var address = found.group();
            long colons = address.chars().filter(c -> c == ':').count();
            boolean hasGroup = address.chars().anyMatch(c -> c != ':');
            return hasGroup && (colons >= FEWEST_COLONS || address.contains("::")) ? Slot.IP : null;
        });
    }
}
