package io.firth.suggestion.redact;

import static io.firth.suggestion.redact.Spans.BEGIN;
import static io.firth.suggestion.redact.Spans.END;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has digits and is not a small number: phones, cards, orders, parcels, whatever machines call things. */
final class Codes {

    private static final Pattern RUN =
            Spans.pattern("(?<![\\p{L}\\p{N}\\p{M}])[+(]{0,2}\\d(?:\\d|[ ()./_+–-]{1,3}+(?=[(+]?\\d)|,(?=\\d))*+");
    private static final Pattern RANGE = Pattern.compile("\\d{1,2}(?: ?[-–/] ?| )\\d{1,2}");
    private static final Pattern HASH =
            Spans.pattern("(?<![\\p{L}\\p{N}\\p{M}])[#№] ?(?=[\\p{L}_-]*+\\d)[\\p{L}\\p{N}_-]++");
    private static final Pattern NUMBERED = Spans.pattern(BEGIN
            + "(?:orders?|tickets?|invoices?|cases?|ref(?:erence)?|bookings?|parcel|tracking|customer|account|claim|policy|contract|pin|passcode|code"
            + "|room|seat|flat|apartment|apt|unit|suite|house|bestellung|bestell|rechnung|auftrag|kunden?|vorgang|sendung|vertrag|zimmer|konto"
            + "|commande|facture|dossier|client|pedido|factura|ordine|fattura|bestelling|factuur|nr|no\\.|num(?:ber)?|id"
            + "|(?:bestell|rechnungs|auftrags|kunden|vorgangs|sendungs|vertrags|konto|haus)-?n(?:umme)?r)"
            + "[.:]?(?: (?:number|no|nr|num|id|nummer|numéro|número|n°|is|ist|lautet)[.:]?){0,3} {0,2}(\\d{1,3})"
            + END);

    private static final String PART = "[\\p{L}\\p{N}\\p{M}]";
    private static final Pattern TOKEN = Spans.pattern("(?<!" + PART + "|" + PART + "[-_./:+=~])" + PART
            + "++(?:[-_./:+=~]{1,2}+(?=" + PART + ")" + PART + "++)*+");
    private static final Pattern QUANTITY = Spans.pattern(
            "\\d{1,3}[-–]?\\p{L}{1,2}|\\d{1,3}(?:st|nd|rd|th|er|re|ème|ste|de)|\\d{1,3}[-–]\\p{Ll}{1,20}+(?:[-–]\\p{Ll}{1,20}+){0,2}|\\p{L}{1,3}\\d");
    private static final Pattern SWITCH = Pattern.compile("\\p{Ll}\\p{Lu}");
    private static final int LONG = 16;
    private static final int FEW = 4;

    private Codes() {}

    static String replaceNumbers(String text, Phrases phrases) {
        var hashed = Spans.replace(text, HASH, Slot.CODE);
        var rest = Spans.replace(hashed, RUN, found -> number(found.group(), phrases));
        return NUMBERED.matcher(rest).replaceAll(found -> {
            var whole = found.group();
            var before = whole.substring(0, whole.length() - found.group(1).length());
            return Matcher.quoteReplacement(before) + Slot.CODE.mark();
        });
    }

    private static @Nullable Slot number(String run, Phrases phrases) {
        var digits = Spans.digits(run);
        if (RANGE.matcher(run).matches()) {
            return null;
        }
        if (digits.length() >= 13 && digits.length() <= 19 && isCard(digits)) {
            return Slot.CARD;
        }
        boolean isLong = digits.length() >= 7 && digits.length() <= 16;
        if (isLong
                && (digits.length() < run.length()
                        || digits.startsWith("0")
                        || phrases.phone(digits) == Slot.CONTACT_PHONE)) {
            return phrases.phone(digits);
        }
        boolean isParted = run.indexOf('.') > 0 || run.indexOf(',') > 0;
        if (digits.length() >= FEW) {
            return isParted ? Slot.NUMBER : Slot.CODE;
        }
        return isParted && digits.length() > 2 ? Slot.NUMBER : null;
    }

    /** Luhn, ISO/IEC 7812-1 annex B. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0 && digits.chars().distinct().count() > 1;
    }

    /** Words with digits in them, and long ones that no language writes so. */
    static String replaceMixed(String text) {
        return Spans.replace(text, TOKEN, found -> isCode(found.group()) ? Slot.CODE : null);
    }

    private static boolean isCode(String token) {
        long digits = token.chars().filter(Character::isDigit).count();
        long letters = token.chars().filter(Character::isLetter).count();
        if (digits == 0) {
            return token.length() >= LONG
                    && token.indexOf('.') < 0
                    && token.indexOf('/') < 0
                    && SWITCH.matcher(token).results().count() > 1;
        }
        return letters > 0
                && letters + digits >= FEW
                && !QUANTITY.matcher(token).matches();
    }
}
