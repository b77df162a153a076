package io.firth.suggestion.bank;

import io.firth.suggestion.embed.Embedded;
import io.firth.suggestion.past.PastQuestions.Read;
import io.firth.suggestion.rank.Leaders;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Which questions of the past were told the same and ask for it. The reply decides: it is what would be sent again. The same words may
 * answer questions that have nothing in common, which are told apart then.
 *
 * <p>The bounds are those of the default model, by which texts that have nothing to do with each other have cosines up to about 0.6, and
 * replies that differ by a <em>not</em> alone 0.88.
 */
final class Groups {

    /** From this mean cosine on, replies say the same, and questions ask for it. */
    private static final double SAYS_THE_SAME = 0.90;

    private static final double ASKS_FOR_IT = 0.65;

    private Groups() {}

    /** Each of them in one group, the oldest first in each. What no model finds any meaning in is left out. */
    static List<List<Read>> of(List<Read> read) {
        var oldestFirst = read.stream()
                .filter(each -> !each.asked().isEmpty() && !each.answer().isEmpty())
                .sorted(Comparator.comparing((Read each) -> each.past().at()))
                .toList();
        var groups = new ArrayList<List<Read>>();
        for (var saying : alike(oldestFirst, SAYS_THE_SAME, Read::answer)) {
            groups.addAll(alike(saying, ASKS_FOR_IT, Read::asked));
        }
        return groups;
    }

    private static List<List<Read>> alike(List<Read> all, double likeness, Function<Read, Embedded> text) {
        var leaders = new Leaders(likeness);
        all.forEach(each -> leaders.add(text.apply(each).chunks().getFirst()));
        var groupOf = leaders.groups();
        var groups = new LinkedHashMap<Integer, List<Read>>();
        for (int i = 0; i < groupOf.length; i++) {
            groups.computeIfAbsent(groupOf[i], none -> new ArrayList<>()).add(all.get(i));
        }
        return List.copyOf(groups.values());
    }
}
