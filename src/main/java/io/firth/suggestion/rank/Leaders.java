package io.firth.suggestion.rank;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Groups texts that mean the same, one after the other as they come: each joins the group it is most like, or begins one; groups that have
 * come to be alike become one. How much alike is the mean cosine of all pairs. (The cosine of middles is no measure for it: the more texts a
 * group has, the nearer to everything its middle is, until all groups are one.)
 */
public final class Leaders {

    private final double likeness;
    private final List<Group> groups = new ArrayList<>();
    private final List<Embedding> texts = new ArrayList<>();

    /** The mean cosine of all pairs of two groups is that of their sums, by how many pairs there are. */
    private static final class Group {
        private final float[] sum;
        private int size = 1;

        Group(Embedding first) {
            sum = first.values();
        }

        void add(float[] more, int many) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += more[i];
            }
            size += many;
        }

        float likeness(float[] other, int its) {
            float dot = 0;
            for (int i = 0; i < sum.length; i++) {
                dot += sum[i] * other[i];
            }
            return dot / size / its;
        }
    }

    /** @param likeness the mean cosine from which on a text belongs to a group, and two groups to each other; above 0 */
    public Leaders(double likeness) {
        this.likeness = likeness;
    }

    public void add(Embedding text) {
        texts.add(text);
        var values = text.values();
        var nearest = nearest(values, 1, null);
        if (nearest == null || nearest.likeness(values, 1) < likeness) {
            groups.add(new Group(text));
        } else {
            nearest.add(values, 1);
            merge(nearest);
        }
    }

    private void merge(Group grown) {
        var near = nearest(grown.sum, grown.size, grown);
        if (near != null && near.likeness(grown.sum, grown.size) >= likeness) {
            near.add(grown.sum, grown.size);
            groups.remove(grown);
            merge(near);
        }
    }

    private @Nullable Group nearest(float[] sum, int size, @Nullable Group but) {
        Group nearest = null;
        float most = Float.NEGATIVE_INFINITY;
        for (var group : groups) {
            float its = group == but ? Float.NEGATIVE_INFINITY : group.likeness(sum, size);
            if (its > most) {
                nearest = group;
                most = its;
            }
        }
        return nearest;
    }

    /**
     * The number of the group of each text, in the order in which they came; groups are numbered as they come up. Each text is in the group
     * whose middle it is nearest to in the end, which need not be the one it joined when less was known. Looks at every text.
     */
    public int[] groups() {
        var middles = groups.stream().map(group -> Embedding.of(group.sum)).toList();
        Map<Integer, Integer> numbers = new HashMap<>();
        return texts.stream()
                .mapToInt(text -> numbers.computeIfAbsent(nearest(middles, text), none -> numbers.size()))
                .toArray();
    }

    private static int nearest(List<Embedding> middles, Embedding text) {
        int nearest = 0;
        float most = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < middles.size(); i++) {
            float its = middles.get(i).cosine(text);
            if (its > most) {
                nearest = i;
                most = its;
            }
        }
        return nearest;
    }
}
