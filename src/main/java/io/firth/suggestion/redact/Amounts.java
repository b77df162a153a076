package io.firth.suggestion.redact;

import static io.firth.suggestion.redact.Spans.END;

import java.util.regex.Pattern;

/** Sums of money. */
final class Amounts {

    private static final String NUMBER = "\\d(?:\\d|[ .,'’](?=\\d))*+(?:[,.][-–]{1,2}+)?";
    private static final String BEFORE =
            "(?:\\p{Sc}|(?:US|CA|AU|NZ|HK|C|A|R)\\$|EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|JPY|CNY|INR|CAD|AUD|Rs\\.?|Fr\\.|kr\\.?|R\\$)";
    private static final String AFTER =
            "(?:\\p{Sc}|(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|JPY|CNY|INR|CAD|AUD|BRL|kr|kč|zł|ft|lei"
                    + "|euros?|dollars?|pounds?|francs?|franken|kronor|kroner|cents?|pence|bucks|quid)" + END
                    + "|Fr\\.)";
    private static final String BEGIN = "(?<![\\p{L}\\p{N}\\p{M}]|\\d[ .,'’])";

    private static final Pattern AMOUNT = Spans.pattern("(?<![\\p{L}\\p{N}\\p{M}])" + BEFORE + " {0,2}[-–]?" + NUMBER
            + "(?: {0,2}" + AFTER + ")?|" + BEGIN + NUMBER + " {0,2}[-–]?" + AFTER + "(?:\\d{1,2}" + END + ")?");

    private Amounts() {}

    static String replace(String text) {
        return Spans.replace(text, AMOUNT, Slot.AMOUNT);
    }
}
