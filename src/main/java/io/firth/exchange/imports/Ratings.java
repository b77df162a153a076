package io.firth.exchange.imports;

import io.firth.conversation.Interaction.Rated;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Line.Who;
import io.firth.http.foreign.Clean;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What customers thought of how they were served: surveys, their scales, and what a score may be. */
final class Ratings {

    private static final int LONGEST_WORD = 200;
    private static final int LONGEST_COMMENT = 10_000;

    private record Scale(String name, int lowest, int highest) {}

    /** The first one is meant where no scale is named. */
    private static final Map<String, List<Scale>> SURVEYS = Map.of(
            "csat", List.of(new Scale("1-5", 1, 5), new Scale("thumbs", 0, 1)),
            "nps", List.of(new Scale("0-10", 0, 10)),
            "ces", List.of(new Scale("1-3", 1, 3)));

    private Ratings() {}

    static What read(Fields line, Who from) {
        if (!(from instanceof Who.Customer)) {
            throw new Unfit("a rating is a customer's, not an agent's");
        }
        var survey = line.required("survey", LONGEST_WORD);
        var scales = SURVEYS.get(survey);
        if (scales == null) {
            throw new Unfit("`survey` is `%s`; it may be %s".formatted(survey, Kinds.among(SURVEYS.keySet())));
        }
        var scale = scale(scales, line.line("scale", LONGEST_WORD));
        return new What.Rating(new Rated(survey, scale.name(), score(line, scale), comment(line), null));
    }

    private static Scale scale(List<Scale> scales, @Nullable String named) {
        return named == null
                ? scales.getFirst()
                : scales.stream()
                        .filter(scale -> scale.name().equals(named))
                        .findFirst()
                        .orElseThrow(() -> new Unfit("`scale` is `%s`; it may be %s"
                                .formatted(
                                        named,
                                        Kinds.among(
                                                scales.stream().map(Scale::name).toList()))));
    }

    private static int score(Fields line, Scale scale) {
        var value = line.value("score");
        if (value == null) {
            throw new Unfit("`score` is missing");
        }
        if (!value.isInt() || value.intValue() < scale.lowest() || value.intValue() > scale.highest()) {
            throw new Unfit("`score` is no whole number from %d to %d".formatted(scale.lowest(), scale.highest()));
        }
        return value.intValue();
    }

    private static @Nullable String comment(Fields line) {
        var comment = line.text("comment", LONGEST_COMMENT);
        return comment == null || comment.isBlank() ? null : Clean.text(comment).strip();
    }
}
