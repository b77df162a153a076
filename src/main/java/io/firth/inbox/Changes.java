package io.firth.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Priority;
import io.firth.conversation.Refused;
import io.firth.conversation.Status;
import io.firth.http.Problem;
import io.firth.inbox.status.Statuses;
import io.firth.staff.Agent;
import io.firth.staff.Directory;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Turns what a request asks to change into commands, and refuses what names nobody and nothing. */
@Singleton
public class Changes {

    /**
     * What shall be different. What is absent stays; for an assignee or a team, null takes it away.
     *
     * @param status the id of a status
     * @param snoozedUntil needed with a status of category {@code snoozed}; alone it snoozes
     */
    public record Change(
            @Nullable String status,

            @Schema(type = SchemaType.STRING, format = "uuid", nullable = true) @Nullable
            JsonNode assignee,

            @Schema(type = SchemaType.STRING, format = "uuid", nullable = true) @Nullable
            JsonNode team,

            @Nullable Priority priority,
            @Nullable Instant snoozedUntil,
            @Size(max = 50) @Nullable Set<@NotBlank @Size(max = 60) String> addLabels,
            @Size(max = 50) @Nullable Set<@NotBlank @Size(max = 60) String> removeLabels) {}

    private final Statuses statuses;
    private final Directory directory;
    private final ObjectMapper json;
    private final Validator validator;

    Changes(Statuses statuses, Directory directory, ObjectMapper json, Validator validator) {
        this.statuses = statuses;
        this.directory = directory;
        this.json = json;
        this.validator = validator;
    }

    /**
     * A change that is kept as it was written, so that what is absent there stays absent; null of null.
     *
     * @throws Problem where it cannot be understood
     */
    public @Nullable Change read(@Nullable JsonNode written) {
        if (written == null) {
            return null;
        }
        var change = understood(written);
        var violations = validator.validate(change);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return change;
    }

    private Change understood(JsonNode written) {
        try {
            return json.treeToValue(written, Change.class);
        } catch (JsonProcessingException malformed) {
            throw new Problem(
                    400, "malformed", "The request is malformed", "What is to happen then cannot be understood.");
        }
    }

    /** The commands of a change, in an order in which none undoes another. */
    public Uni<List<Command>> commands(@Nullable Change change) {
        if (change == null) {
            return Uni.createFrom().item(List.of());
        }
        return status(change).map(status -> {
            var commands = new ArrayList<Command>();
            addTo(commands, change);
            if (status != null) {
                commands.add(new Command.SetStatus(status, micros(change.snoozedUntil())));
            }
            return commands;
        });
    }

    private void addTo(List<Command> commands, Change change) {
        if (change.addLabels() != null || change.removeLabels() != null) {
            commands.add(new Command.Label(sorted(change.addLabels()), sorted(change.removeLabels())));
        }
        if (change.priority() != null) {
            commands.add(new Command.Prioritise(change.priority()));
        }
        if (change.team() != null) {
            commands.add(new Command.AssignTeam(id(
                    change.team(),
                    "team",
                    id -> directory.team(id).filter(team -> !team.closed()).isPresent())));
        }
        if (change.assignee() != null) {
            commands.add(new Command.Assign(id(
                    change.assignee(),
                    "assignee",
                    id -> directory.agent(id).filter(Agent::active).isPresent())));
        }
    }

    private Uni<@Nullable Status> status(Change change) {
        var id = change.status() == null && change.snoozedUntil() != null
                ? Status.of(Category.SNOOZED).id()
                : change.status();
        return id == null
                ? Uni.createFrom().nullItem()
                : statuses.find(id).onItem().ifNull().failWith(() -> unknown("status", id));
    }

    private static @Nullable UUID id(JsonNode value, String member, Predicate<UUID> exists) {
        if (value.isNull()) {
            return null;
        }
        try {
            var id = UUID.fromString(value.asText());
            if (exists.test(id)) {
                return id;
            }
        } catch (IllegalArgumentException notAnId) {
            throw new Problem(400, "malformed", "The request is malformed", "The " + member + " is no id.");
        }
        throw unknown(member, value.asText());
    }

    private static Refused unknown(String kind, String id) {
        return new Refused(kind + ".unknown", "There is no %s %s, or not any more.".formatted(kind, id));
    }

    private static TreeSet<String> sorted(@Nullable Set<String> labels) {
        return labels == null
                ? new TreeSet<>()
                : labels.stream().map(String::strip).collect(Collectors.toCollection(TreeSet::new));
    }

    /** PostgreSQL keeps microseconds; a finer time would not be equal to itself read back. */
    private static @Nullable Instant micros(@Nullable Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
