package io.firth.metrics.report;

import io.firth.metrics.definition.Definition;
import io.firth.staff.Access;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the figures.
 *
 * @param step of time to group by; null for none
 * @param groups to group by, beside time
 * @param filters the words or ids that count, by dimension; the empty word stands for none
 * @param ages of what stands, where that is asked for
 * @param now at which open facts are judged
 */
record Question(
        Definition definition,
        Period period,
        ZoneId zone,
        Hours hours,
        @Nullable Step step,
        List<Dimension> groups,
        Map<Dimension, Set<String>> filters,
        Ages ages,
        Access access,
        Instant now) {

    /** In which hours time is counted. */
    enum Hours {
        WALL,
        BUSINESS
    }

    Question {
        groups = List.copyOf(groups);
        filters = filters.isEmpty() ? Map.of() : new EnumMap<>(filters);
    }

    Question over(Period other) {
        return new Question(definition, other, zone, hours, step, groups, filters, ages, access, now);
    }

    /** The same of everything that is grouped, by time at most. */
    Question together() {
        return new Question(definition, period, zone, hours, step, List.of(), filters, ages, access, now);
    }

    /** Whether its answer tells how somebody works. */
    boolean isOfAgents() {
        return groups.contains(Dimension.AGENT) || filters.containsKey(Dimension.AGENT);
    }

    /** The one its period is compared with. */
    Period before() {
        return period.before(zone, now);
    }

    /** Under what its facts were added up; null where only the facts themselves tell. */
    @Nullable
    String family() {
        if (!access.isUnrestricted()) {
            return null;
        }
        var dimensions = Stream.concat(groups.stream(), filters.keySet().stream())
                .filter(Dimension::isAddedUp)
                .collect(Collectors.toSet());
        if (dimensions.isEmpty()) {
            return "all";
        }
        if (dimensions.size() > 1) {
            return dimensions.stream().allMatch(Dimension::isId) ? "desk" : null;
        }
        return isTwice() ? null : dimensions.iterator().next().column;
    }

    /** A fact of two labels that are both asked for counts once, but stands under both. */
    private boolean isTwice() {
        return filters.getOrDefault(Dimension.LABEL, Set.of()).size() > 1 && !groups.contains(Dimension.LABEL);
    }
}
