package io.firth.suggestion.redact;

import io.firth.suggestion.redact.Known.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The values we hold of somebody by what is left of them once case, accents and all that parts words are gone: {@code Anna-Lena},
 * {@code ANNA LENA} and {@code annalena} are the same, and so are {@code AB-12} and {@code ab 12}.
 */
final class Phrases {

    /** Longer values are looked for in pieces, so that a text is never read more often than this. */
    static final int MOST_WORDS = 12;

    private static final int SHORTEST = 3;
    private static final int SHORTEST_LOCAL = 5;
    private static final int SHORTEST_INFLECTED = 3;
    private static final int LAST_DIGITS = 7;

    /** @param asName only where it is written with a capital in the middle of a sentence, because it is a common word otherwise */
    record Phrase(Slot slot, boolean asName) {}

    private final Map<String, Phrase> phrases = new HashMap<>();
    private final Map<String, Slot> mails = new HashMap<>();
    private final List<String> phones = new ArrayList<>();
    private int longest;

    Phrases(Known known) {
        for (var identity : known.identities()) {
            addIdentity(Plain.clean(identity).strip());
        }
        if (known.contact() != null && Kind.of(known.contact()) == Kind.EMAIL) {
            addIdentity(Plain.clean(known.contact()).strip());
        } else if (known.contact() != null) {
            addName(known.contact(), Slot.CONTACT_NAME, Slot.CONTACT_FIRST_NAME, Slot.CONTACT_LAST_NAME);
        }
        for (var agent : known.agents()) {
            addName(agent, Slot.AGENT_NAME, Slot.AGENT_FIRST_NAME, Slot.AGENT_LAST_NAME);
        }
        for (var value : known.further()) {
            addFurther(Plain.clean(value));
        }
    }

    /** Null where nothing we hold is written so. */
    @Nullable
    Phrase find(String joined) {
        return phrases.get(joined);
    }

    int longest() {
        return longest;
    }

    Slot mail(String address) {
        return mails.getOrDefault(Plain.fold(address), Slot.EMAIL);
    }

    /** By the last digits, because the first ones differ by the country one dials from. */
    Slot phone(String digits) {
        return phones.stream().anyMatch(digits::endsWith) ? Slot.CONTACT_PHONE : Slot.PHONE;
    }

    private void addIdentity(String identity) {
        switch (Kind.of(identity)) {
            case EMAIL -> {
                mails.put(Plain.fold(identity), Slot.CONTACT_EMAIL);
                put(joined(identity), Slot.CONTACT_EMAIL, false);
                var local = joined(identity.substring(0, identity.indexOf('@')));
                if (local.length() >= SHORTEST_LOCAL) {
                    put(local, Slot.CONTACT_HANDLE, isOrdinary(local));
                }
            }
            case PHONE -> {
                var digits = Spans.digits(identity);
                put(digits, Slot.CONTACT_PHONE, false);
                phones.add(digits.substring(Math.max(0, digits.length() - LAST_DIGITS)));
            }
            case HANDLE -> addAlone(identity, Slot.CONTACT_HANDLE);
        }
    }

    private void addName(String raw, Slot whole, Slot first, Slot last) {
        var name = Name.of(raw);
        if (name.words().size() < 2) {
            addAlone(name.first(), first);
            return;
        }
        var lastWord = name.words().getLast();
        for (var both : List.of(
                name.whole(),
                name.first() + name.last(),
                name.first() + lastWord,
                name.last() + name.first(),
                lastWord + name.first(),
                name.first().substring(0, name.first().offsetByCodePoints(0, 1)) + lastWord)) {
            addWhole(both, whole);
        }
        addAlone(name.first(), first);
        addAlone(name.last(), last);
        addAlone(lastWord, last);
        name.words().forEach(word -> addAlone(word, whole));
        for (var part : name.first().split("[-.]+")) {
            addAlone(part, first);
        }
        for (var part : lastWord.split("[-.]+")) {
            addAlone(part, last);
        }
    }

    private void addWhole(String name, Slot slot) {
        for (var spelling : spellings(name)) {
            if (spelling.length() >= SHORTEST) {
                put(spelling, slot, false);
            }
        }
    }

    /** One word of a name, or a handle, which may also be another word by chance. */
    private void addAlone(String word, Slot slot) {
        var key = joined(word);
        if (Lexicon.ROLES.contains(key) || Lexicon.PARTICLES.contains(key) || Lexicon.TITLES.contains(key)) {
            return;
        }
        int letters = key.codePointCount(0, key.length());
        boolean isCased = !key.isEmpty() && Character.toUpperCase(key.codePointAt(0)) != key.codePointAt(0);
        if (letters < 2) {
            return;
        }
        boolean asName = isCased && letters < SHORTEST || isOrdinary(key);
        for (var spelling : spellings(word)) {
            put(spelling, slot, asName);
            if (isCased && letters >= SHORTEST_INFLECTED && !asName) {
                put(spelling + "s", slot, false);
            }
        }
    }

    private void addFurther(String value) {
        var words = Word.of(value).stream().map(Word::folded).toList();
        for (int i = 0; i < words.size(); i += MOST_WORDS) {
            var piece = words.subList(i, Math.min(words.size(), i + MOST_WORDS));
            var key = String.join("", piece);
            boolean isRest = i > 0 && piece.size() < SHORTEST;
            if (key.length() >= SHORTEST && !isRest && !Lexicon.ROLES.contains(key)) {
                boolean hasDigit = key.chars().anyMatch(Character::isDigit);
                put(key, hasDigit ? Slot.CODE : Slot.VALUE, piece.size() == 1 && isOrdinary(key));
            }
        }
    }

    private void put(String key, Slot slot, boolean asName) {
        if (!key.isEmpty() && phrases.putIfAbsent(key, new Phrase(slot, asName)) == null) {
            longest = Math.max(longest, key.length());
        }
    }

    private static boolean isOrdinary(String key) {
        return Lexicon.ORDINARY.contains(key) || Lexicon.ROLES.contains(key);
    }

    private static String joined(String text) {
        var joined = new StringBuilder();
        Word.of(text).forEach(word -> joined.append(word.folded()));
        return joined.toString();
    }

    /** {@code Müller} is also written Mueller, and whom we hold as Mueller may write Müller. */
    private static Set<String> spellings(String name) {
        var clean = Plain.clean(name).toLowerCase(Locale.ROOT);
        var plain = joined(clean);
        var spelledOut = joined(
                clean.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("å", "aa"));
        var contracted = plain.replace("ae", "a").replace("oe", "o").replace("ue", "u");
        return new LinkedHashSet<>(List.of(plain, spelledOut, contracted));
    }
}
