package io.firth.inbox;

import io.firth.http.Problem;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list that agents look at. Its word is the same in the address of the list and in the name of its stream.
 *
 * @param team only for a team's view
 */
public record View(Kind kind, @Nullable UUID team) {

    /** {@code MINE} is another list for every agent; the others are the same for all who may see the same. */
    public enum Kind {
        ALL,
        MINE,
        UNASSIGNED,
        TEAM
    }

    private static final String TEAM = "team:";

    /** Reads {@code all}, {@code mine}, {@code unassigned} or {@code team:<id>}; anything else is a problem. */
    public static View parse(String word) {
        return switch (word) {
            case "all" -> new View(Kind.ALL, null);
            case "mine" -> new View(Kind.MINE, null);
            case "unassigned" -> new View(Kind.UNASSIGNED, null);
            default -> team(word);
        };
    }

    /** The word that {@link #parse} reads. */
    public String word() {
        return switch (kind) {
            case ALL -> "all";
            case MINE -> "mine";
            case UNASSIGNED -> "unassigned";
            case TEAM -> TEAM + team;
        };
    }

    /** Whether a conversation with this assignee and team stands in the view of {@code viewer}. */
    public boolean includes(UUID viewer, @Nullable UUID assignee, @Nullable UUID ofTeam) {
        return switch (kind) {
            case ALL -> true;
            case MINE -> viewer.equals(assignee);
            case UNASSIGNED -> assignee == null;
            case TEAM -> ofTeam != null && ofTeam.equals(team);
        };
    }

    private static View team(String word) {
        try {
            if (word.startsWith(TEAM)) {
                return new View(Kind.TEAM, UUID.fromString(word.substring(TEAM.length())));
            }
        } catch (IllegalArgumentException notAnId) {
            throw unknown(word);
        }
        throw unknown(word);
    }

    private static Problem unknown(String word) {
        return new Problem(400, "view.unknown", "There is no such view", "There is no view called " + word + ".");
    }
}
