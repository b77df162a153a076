package io.firth.suggestion.redact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What one customer of the tests has and nobody else: canaries, which no other customer may ever see. */
public record Personal(
        String first,
        String last,
        String mail,
        String phone,
        String iban,
        String card,
        String order,
        String street,
        String secret) {

    private static final String[] ONSETS = {
        "B", "K", "Ž", "Dr", "Ö", "Sch", "Tś", "Ñ", "Vl", "Q", "Ł", "Ø", "Fr", "G", "Ç", "Ph"
    };
    private static final String[] MIDDLES = {"a", "é", "io", "ü", "ou", "ă", "y", "ei", "õ", "u", "î", "aa"};
    private static final String[] CODAS = {"rn", "lt", "x", "ßk", "ndr", "m", "sh", "čk", "v", "tz", "ñ", "rg"};

    /** Different for each number. */
    public static Personal of(int number, Random random) {
        var first = word(number, random);
        var last =
                word(number + 500_000, random) + (random.nextInt(4) == 0 ? "-" + word(number + 700_000, random) : "");
        var digits = String.format(Locale.ROOT, "%07d", number * 7L + 1_000_000);
        return new Personal(
                first,
                last,
                Plain.fold(first) + "." + Plain.fold(last).replace("-", "") + number + "@mail" + random.nextInt(90)
                        + ".example.org",
                phone(digits, random),
                iban(digits, random),
                card(digits),
                order(digits, random),
                word(number + 900_000, random) + "straße " + (1 + random.nextInt(180)),
                word(number + 300_000, random).toLowerCase(Locale.ROOT));
    }

    public String name() {
        return first + " " + last;
    }

    /** All of it, in the pieces that must not be seen. */
    public List<String> canaries() {
        var all = new ArrayList<>(List.of(first, mail, phone, iban, card, order, street, secret));
        all.addAll(List.of(last.split("-")));
        return all;
    }

    private static String word(int number, Random random) {
        var word = new StringBuilder();
        int rest = number + 100_000;
        while (rest > 0) {
            word.append(
                    word.isEmpty()
                            ? ONSETS[rest % ONSETS.length]
                            : ONSETS[rest % ONSETS.length].toLowerCase(Locale.ROOT));
            rest /= ONSETS.length;
            word.append(MIDDLES[rest % MIDDLES.length]);
            rest /= MIDDLES.length;
        }
        return word.append(CODAS[random.nextInt(CODAS.length)]).toString();
    }

    private static String phone(String digits, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "+49 17" + random.nextInt(10) + " " + digits;
            case 1 -> "(0" + (30 + random.nextInt(60)) + ") " + digits.substring(0, 3) + "-" + digits.substring(3);
            case 2 -> "+1-" + (200 + random.nextInt(700)) + "-" + digits.substring(0, 3) + "-" + digits.substring(3);
            default -> "0" + (151 + random.nextInt(28)) + digits;
        };
    }

    private static String iban(String digits, Random random) {
        var account = "37040044" + "000" + digits;
        var check = 98
                - new BigInteger(account + "131400").mod(BigInteger.valueOf(97)).intValue();
        var iban = "DE" + String.format(Locale.ROOT, "%02d", check) + account;
        return random.nextBoolean() ? iban : iban.replaceAll("(.{4})(?!$)", "$1 ");
    }

    static String card(String digits) {
        var number = "41111111" + digits;
        for (int last = 0; ; last++) {
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                int digit = number.charAt(number.length() - 1 - i) - '0';
                int doubled = i % 2 == 0 ? 2 * digit : digit;
                sum += doubled > 9 ? doubled - 9 : doubled;
            }
            if ((sum + last) % 10 == 0) {
                return (number + last).replaceAll("(.{4})(?!$)", "$1 ");
            }
        }
    }

    private static String order(String digits, Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "#" + digits;
            case 1 -> "AB-" + digits + "-X";
            case 2 -> "R" + digits.substring(0, 4) + "/" + digits.substring(4);
            default -> "1Z" + digits + "QK";
        };
    }
}
