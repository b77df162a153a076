package io.firth.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.conversation.NotFound;
import io.firth.conversation.Priority;
import io.firth.conversation.Refused;
import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An endpoint that fails in every way. */
@Path("/api/trial")
@PermitAll
class Trial {

    @GET
    @Path("/{how}")
    public Uni<Map<String, String>> fail(String how) {
        return Uni.createFrom().failure(failure(how));
    }

    @GET
    @Path("/administrators")
    @RolesAllowed("administrator")
    public String closed() {
        return "open";
    }

    @POST
    public Form echo(@Valid @NotNull Form form) {
        return form;
    }

    private static Throwable failure(String how) {
        return switch (how) {
            case "refused" -> new Refused("snooze.past", "That is over already.");
            case "missing" -> new NotFound("conversation", 7);
            case "many" -> new CompositeException(new Refused("one.of", "One of many."), new IllegalStateException());
            case "own" ->
                new Problem(503, "overloaded", "Too much is waiting", "Come again.")
                        .with("unseen", List.of())
                        .retryAfter(2);
            default -> new IllegalStateException("a secret of io.firth.http.Trial");
        };
    }

    record Form(
            @NotBlank String firstName,
            @Nullable Priority priority,
            @Nullable Instant at,
            @Nullable Inner inner) {}

    record Inner(@Nullable JsonNode any, int count) {}
}
