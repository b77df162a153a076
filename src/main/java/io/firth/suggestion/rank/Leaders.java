package io.firth.suggestion.rank;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups texts that mean the same, one after the other as they come: each joins the group whose middle it is nearest to, or begins one; groups
 * whose middles have come close to each other become one.
 */
public final class Leaders {

    private final double likeness;
    private final List<Group> groups = new ArrayList<>();
    private final List<Group> joined = new ArrayList<>();

    /** Sums, because the middle is on the sphere again only once it is asked for. */
    private static final class Group {
        final List<Embedding> members = new ArrayList<>();
        Embedding middle;
        Group into = this;

        Group(Embedding first) {
            members.add(first);
            middle = first;
        }

        void add(List<Embedding> more) {
            members.addAll(more);
            middle = Embedding.between(members);
        }

        Group whole() {
            return into == this ? this : into.whole();
        }
    }

    /** @param likeness the cosine from which on a text belongs to a group */
    public Leaders(double likeness) {
        this.likeness = likeness;
    }

    public void add(Embedding text) {
        var nearest = nearest(text, null);
        if (nearest == null || nearest.middle.cosine(text) < likeness) {
            nearest = new Group(text);
            groups.add(nearest);
        } else {
            nearest.add(List.of(text));
            merge(nearest);
        }
        joined.add(nearest);
    }

    private void merge(Group grown) {
        var near = nearest(grown.middle, grown);
        if (near != null && near.middle.cosine(grown.middle) >= likeness) {
            near.add(grown.members);
            grown.into = near;
            groups.remove(grown);
            merge(near);
        }
    }

    private @Nullable Group nearest(Embedding text, @Nullable Group but) {
        Group nearest = null;
        for (var group : groups) {
            if (group != but && (nearest == null || group.middle.cosine(text) > nearest.middle.cosine(text))) {
                nearest = group;
            }
        }
        return nearest;
    }

    /** The number of the group of each text, in the order in which they came. */
    public int[] groups() {
        return joined.stream().mapToInt(group -> groups.indexOf(group.whole())).toArray();
    }
}
