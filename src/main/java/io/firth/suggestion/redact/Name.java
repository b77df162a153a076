package io.firth.suggestion.redact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A person's name taken apart.
 *
 * @param first empty where there is none
 * @param last with its particles, such as "van den"; empty where there is only one name
 * @param words all of it, in the order of first names before last ones
 */
record Name(String first, String last, List<String> words) {

    static Name of(String raw) {
        var line = Plain.neutral(Plain.clean(raw)).replace('\n', ' ').strip();
        int comma = line.indexOf(',');
        if (comma > 0) {
            line = line.substring(comma + 1).strip() + " "
                    + line.substring(0, comma).strip();
        }
        var words = new ArrayList<>(Arrays.stream(line.split("[ ,;()\"]+"))
                .filter(word -> !word.isBlank())
                .toList());
        while (words.size() > 1 && Lexicon.TITLES.contains(bare(words.getFirst()))) {
            words.removeFirst();
        }
        if (words.size() < 2) {
            return new Name(words.isEmpty() ? "" : words.getFirst(), "", words);
        }
        int last = 1;
        while (last < words.size() - 1 && !Lexicon.PARTICLES.contains(bare(words.get(last)))) {
            last++;
        }
        return new Name(words.getFirst(), String.join(" ", words.subList(last, words.size())), words);
    }

    String whole() {
        return String.join(" ", words);
    }

    private static String bare(String word) {
        return Plain.fold(word).replace(".", "");
    }
}
