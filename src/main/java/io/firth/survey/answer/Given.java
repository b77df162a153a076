package io.firth.survey.answer;

import io.firth.conversation.Refused;
import io.firth.survey.Item;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered.
 *
 * @param comment null where they wrote none
 * @param language in which they read the question
 */
record Given(int score, @Nullable String comment, Map<Item, Boolean> items, String wording, String language) {

    static final int LONGEST = 2_000;

    Given {
        items = Map.copyOf(items);
    }

    /** @throws Refused where it is none of what may be answered */
    void check(Asked asked) {
        if (!asked.scale().includes(score)) {
            throw new Refused("survey.score", "This is no answer to this question.");
        }
        if (!asked.items().containsAll(items.keySet())) {
            throw new Refused("survey.item", "This was not asked.");
        }
        if (comment != null && comment.codePointCount(0, comment.length()) > LONGEST) {
            throw new Refused("survey.comment", "A comment may have %d characters.".formatted(LONGEST));
        }
    }

    @Nullable
    Boolean says(Item item) {
        return items.get(item);
    }

    /** The same for the same answer, whatever language it was read in. */
    String hash() {
        var words = "%d\n%s\n%s".formatted(score, new TreeMap<>(items), comment);
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
