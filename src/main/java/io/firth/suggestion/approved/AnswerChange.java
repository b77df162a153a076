package io.firth.suggestion.approved;

import io.firth.http.Line;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An approved answer as it is to be. */
record AnswerChange(
        @NotNull @Line @Size(max = 200) String title,
        @NotBlank @Size(max = 20_000) String text,
        @NotEmpty @Size(max = 200) List<@NotBlank @Size(max = 2_000) String> questions,
        @Size(max = 1_000) @Nullable List<@NotNull UUID> accounts,
        @Nullable LocalDate reviewOn,
        @Nullable UUID origin,
        @Min(0) int customers) {

    List<String> words() {
        return questions.stream().map(String::strip).distinct().toList();
    }

    List<UUID> places() {
        return Objects.requireNonNullElse(accounts, List.of());
    }
}
