package io.firth.staff;

import io.firth.conversation.Conversation;
import io.firth.conversation.NotFound;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations an agent may see: the one rule of list, socket, search, attachment and API.
 *
 * <p>Supervisors and administrators see all. An agent sees what is assigned to it, and otherwise everything but the
 * conversations of hidden teams and hidden accounts.
 *
 * @param hiddenTeams the restricted teams that the agent is no member of
 * @param hiddenAccounts the accounts kept for teams that the agent is no member of
 */
public record Access(UUID agent, Role role, Set<UUID> hiddenTeams, Set<UUID> hiddenAccounts) {

    static final String ATTRIBUTE = "firth.access";

    public Access {
        hiddenTeams = Set.copyOf(hiddenTeams);
        hiddenAccounts = Set.copyOf(hiddenAccounts);
    }

    /**
     * Of whoever asks, as it stood when the request was authenticated.
     *
     * @throws UnauthorizedException if nobody is signed in
     */
    public static Access of(SecurityIdentity identity) {
        Access access = identity.getAttribute(ATTRIBUTE);
        if (access == null) {
            throw new UnauthorizedException();
        }
        return access;
    }

    public boolean sees(@Nullable UUID team, UUID account, @Nullable UUID assignee) {
        if (seesAll() || agent.equals(assignee)) {
            return true;
        }
        return (team == null || !hiddenTeams.contains(team)) && !hiddenAccounts.contains(account);
    }

    /** @throws NotFound for a conversation that this agent may not see, as for one that does not exist */
    public void require(Conversation conversation) {
        var assignment = conversation.assignment();
        if (!sees(assignment.team(), conversation.place().account(), assignment.agent())) {
            throw new NotFound("conversation", conversation.id());
        }
    }

    /**
     * The same rule for a {@code where}; never null. Its binds are {@link #binds()}, in this order.
     *
     * @param columns such as {@code c.}: what stands before {@code team}, {@code account} and {@code assignee}
     * @param first the number of the first of its four binds
     */
    public static String condition(String columns, int first) {
        return """
                ($%2$d or %1$sassignee is not distinct from $%3$d
                  or ((%1$steam is null or %1$steam <> all($%4$d)) and %1$saccount <> all($%5$d)))""".formatted(columns, first, first + 1, first + 2, first + 3);
    }

    /** Boolean, UUID, UUID[], UUID[]. */
    public List<Object> binds() {
        return List.of(seesAll(), agent, hiddenTeams.toArray(UUID[]::new), hiddenAccounts.toArray(UUID[]::new));
    }

    /** Whether nothing is hidden, so that all such agents see the same. */
    public boolean isUnrestricted() {
        return seesAll() || hiddenTeams.isEmpty() && hiddenAccounts.isEmpty();
    }

    /** What counts everything and names nobody may be shown to a wall too. */
    public Access ofBoards() {
        return role == Role.WALL ? new Access(agent, Role.SUPERVISOR, Set.of(), Set.of()) : this;
    }

    private boolean seesAll() {
        return role.includes(Role.SUPERVISOR);
    }
}
