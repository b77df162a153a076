package io.firth.metrics.report;

import io.firth.conversation.NotFound;
import io.firth.home.Home;
import io.firth.http.Problem;
import io.firth.metrics.definition.Definition;
import io.firth.metrics.definition.Definitions;
import io.firth.metrics.definition.Formula;
import io.firth.staff.Access;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads questions from the parameters of a request; what makes no sense is a problem that names the parameter. */
@Singleton
class Asking {

    private static final Duration LONGEST = Duration.ofDays(3660);
    private static final int MOST_METRICS = 20;
    private static final int MOST_HOURS = 24 * 92;

    private final Definitions definitions;
    private final Home home;

    Asking(Definitions definitions, Home home) {
        this.definitions = definitions;
        this.home = home;
    }

    /** One question for each metric asked for. */
    List<Question> questions(MultivaluedMap<String, String> parameters, Access access) {
        var ids = parameters.getOrDefault("metric", List.of());
        if (ids.isEmpty() || ids.size() > MOST_METRICS) {
            throw invalid("metric", "Name one metric, or up to " + MOST_METRICS + ".");
        }
        return ids.stream()
                .map(id -> question(definition(id), parameters, access))
                .toList();
    }

    Question question(String id, MultivaluedMap<String, String> parameters, Access access) {
        return question(definitions.get(id), parameters, access);
    }

    private Definition definition(String id) {
        try {
            return definitions.get(id);
        } catch (NotFound unknown) {
            throw invalid("metric", "There is no metric of the name “" + id + "”; the glossary lists them.");
        }
    }

    private Question question(Definition definition, MultivaluedMap<String, String> parameters, Access access) {
        var zone = zone(parameters.getFirst("zone"));
        var period = period(instant(parameters, "from", zone), instant(parameters, "to", zone));
        Step step = null;
        var groups = new ArrayList<Dimension>();
        for (var word : words(parameters, "group_by")) {
            var dimension = dimension(word);
            if (dimension != null && !groups.contains(dimension)) {
                groups.add(dimension);
            } else if (dimension == null) {
                step = step(word, step);
            }
        }
        if (step == Step.HOUR_OF_WEEK && stands(definition.formula())) {
            throw invalid("group_by", "What is told of an instant, or of two periods, has no hour of the week.");
        }
        if (step != null
                && step.isOfHours()
                && Duration.between(period.from(), period.to()).toHours() > MOST_HOURS) {
            throw invalid("group_by", "Hours can be asked for over three months at most.");
        }
        var filters = filters(parameters);
        for (var dimension : Dimension.values()) {
            if ((groups.contains(dimension) || filters.containsKey(dimension))
                    && !dimension.isOf(definition.formula())) {
                throw invalid(
                        groups.contains(dimension) ? "group_by" : dimension.word(),
                        "“" + definition.id() + "” is not told by " + dimension.word() + ".");
            }
        }
        var ages = ages(definition, parameters);
        return new Question(
                definition, period, zone, hours(parameters), step, groups, filters, ages, access, Instant.now());
    }

    private static boolean stands(Formula formula) {
        return formula instanceof Formula.Standing
                || formula instanceof Formula.Oldest
                || formula instanceof Formula.Returning;
    }

    private static Ages ages(Definition definition, MultivaluedMap<String, String> parameters) {
        var from = seconds(parameters, "age_from");
        var to = seconds(parameters, "age_to");
        if (from == null && to == null) {
            return Ages.ALL;
        }
        if (!(definition.formula() instanceof Formula.Standing || definition.formula() instanceof Formula.Oldest)) {
            throw invalid(from == null ? "age_to" : "age_from", "Only what stands at an instant has an age.");
        }
        if (to != null && from != null && to.compareTo(from) <= 0) {
            throw invalid("age_to", "An age ends after it begins.");
        }
        return new Ages(from == null ? Duration.ZERO : from, to);
    }

    private static @Nullable Duration seconds(MultivaluedMap<String, String> parameters, String name) {
        var text = parameters.getFirst(name);
        if (text == null) {
            return null;
        }
        if (!text.matches("\\d{1,9}") || name.equals("age_to") && Long.parseLong(text) == 0) {
            throw invalid(name, "“" + text + "” is no number of seconds.");
        }
        return Duration.ofSeconds(Long.parseLong(text));
    }

    private ZoneId zone(@Nullable String zone) {
        try {
            return zone == null ? home.zone() : ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw invalid("zone", "There is no zone of the name “" + zone + "”.");
        }
    }

    private static Period period(Instant from, Instant to) {
        if (!from.isBefore(to)) {
            throw invalid("to", "A period ends after it begins.");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw invalid("from", "A period is ten years at most.");
        }
        return new Period(from, to);
    }

    /** An instant, or a day, which begins in the zone. */
    private static Instant instant(MultivaluedMap<String, String> parameters, String name, ZoneId zone) {
        var text = parameters.getFirst(name);
        if (text == null) {
            throw invalid(name, "Say from when to when.");
        }
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException malformed) {
            throw invalid(
                    name,
                    "“" + text + "” is neither a day such as 2026-01-05 nor an instant such as 2026-01-05T09:00:00Z.");
        }
    }

    private static Question.Hours hours(MultivaluedMap<String, String> parameters) {
        var hours = parameters.getFirst("hours");
        return switch (hours == null ? "wall" : hours) {
            case "wall" -> Question.Hours.WALL;
            case "business" -> Question.Hours.BUSINESS;
            default -> throw invalid("hours", "Hours are wall or business.");
        };
    }

    private static Step step(String word, @Nullable Step before) {
        if (before != null) {
            throw invalid("group_by", "Only one unit of time can be grouped by.");
        }
        return Arrays.stream(Step.values())
                .filter(step -> step.word().equals(word))
                .findFirst()
                .orElseThrow(() -> invalid("group_by", "Nothing can be grouped by “" + word + "”."));
    }

    private static @Nullable Dimension dimension(String word) {
        return Arrays.stream(Dimension.values())
                .filter(dimension -> dimension.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static Map<Dimension, Set<String>> filters(MultivaluedMap<String, String> parameters) {
        var filters = new EnumMap<Dimension, Set<String>>(Dimension.class);
        for (var dimension : Dimension.values()) {
            if (parameters.containsKey(dimension.word())) {
                var words = new HashSet<>(words(parameters, dimension.word()));
                if (dimension.isId()) {
                    words.forEach(word -> requireId(dimension, word));
                }
                filters.put(dimension, words);
            }
        }
        return filters;
    }

    private static void requireId(Dimension dimension, String word) {
        try {
            if (!word.isEmpty()) {
                UUID.fromString(word);
            }
        } catch (IllegalArgumentException malformed) {
            throw invalid(dimension.word(), "“" + word + "” is no id.");
        }
    }

    /** Given several times, or several in one with commas between. */
    private static List<String> words(MultivaluedMap<String, String> parameters, String name) {
        return parameters.getOrDefault(name, List.of()).stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    private static Problem invalid(String parameter, String detail) {
        return new Problem(400, "report.invalid", "This report cannot be asked for", detail)
                .with("parameter", parameter);
    }
}
