package io.firth.staff;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What an agent may do; each role may do what the ones before it may. */
public enum Role {
    /** A screen that many see, never a person: it shows boards, and nothing of anybody. */
    WALL,
    AGENT,
    SUPERVISOR,
    ADMINISTRATOR;

    /** For {@code @RolesAllowed}. */
    public static final String WALLS = "wall";

    /** For {@code @RolesAllowed}. */
    public static final String AGENTS = "agent";

    /** For {@code @RolesAllowed}. */
    public static final String SUPERVISORS = "supervisor";

    /** For {@code @RolesAllowed}. */
    public static final String ADMINISTRATORS = "administrator";

    public boolean includes(Role other) {
        return compareTo(other) >= 0;
    }

    /** The lower of the two. */
    public Role atMost(Role other) {
        return includes(other) ? other : this;
    }

    /** The name as in JSON, in SQL and in {@code @RolesAllowed}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Role ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** This role's word and those of the roles it includes. */
    Set<String> words() {
        return Arrays.stream(values()).filter(this::includes).map(Role::word).collect(Collectors.toSet());
    }
}
