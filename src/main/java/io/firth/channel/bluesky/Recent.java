package io.firth.channel.bluesky;

import java.util.LinkedHashSet;
import java.util.Set;

/** The last few thousand names that somebody had to remember. For one thread. */
final class Recent {

    private static final int MOST = 10_000;

    private final Set<String> names = new LinkedHashSet<>();

    boolean has(String name) {
        return names.contains(name);
    }

    void add(String name) {
        names.add(name);
        if (names.size() > MOST) {
            names.remove(names.iterator().next());
        }
    }
}
