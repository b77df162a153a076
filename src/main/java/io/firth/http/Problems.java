package io.firth.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.home.Home;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.mutiny.CompositeException;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletionException;

/** Turns every failure into one {@code application/problem+json}; what nobody expected tells nothing but a log code. */
@Singleton
public class Problems {

    public static final String MEDIA_TYPE = "application/problem+json";

    private final List<Explanation> explanations;
    private final ObjectMapper json;
    private final String types;

    Problems(@All List<Explanation> explanations, ObjectMapper json, Home home) {
        this.explanations = explanations;
        this.json = json;
        this.types = home.url() + "/problems/";
    }

    /** What a failure is to the one who asked. Logs it where the asker has no part in it. */
    public Problem of(Throwable failure) {
        return switch (failure) {
            case Problem problem -> problem;
            case CompositeException many -> of(many.getCauses().getFirst());
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case Refused refused -> new Problem(422, refused.code(), "This may not be done", refused.getMessage());
            case NotFound missing -> new Problem(404, "not-found", "There is no such thing", missing.getMessage());
            case UnauthorizedException nobody -> Standard.signInNeeded();
            case AuthenticationException unknown -> Standard.signInNeeded();
            case ForbiddenException forbidden -> Standard.forbidden();
            case ConstraintViolationException invalid -> Standard.invalid(invalid);
            case JacksonException malformed -> Standard.malformed(malformed);
            case WebApplicationException standard -> web(standard);
            default -> explained(failure);
        };
    }

    /** The JSON of a problem, for sockets and for handlers outside of REST. */
    public Map<String, Object> body(Problem problem) {
        return problem.body(types);
    }

    /** Ends a response outside of REST with this problem. */
    public void answer(RoutingContext context, Problem problem) {
        var response = context.response().setStatusCode(problem.status());
        problem.headers().forEach(response::putHeader);
        response.putHeader("Content-Type", MEDIA_TYPE).end(text(problem));
    }

    private Problem web(WebApplicationException failure) {
        if (failure.getCause() instanceof JacksonException malformed) {
            return Standard.malformed(malformed);
        }
        int status = failure.getResponse().getStatus();
        return status >= 500 ? unexpected(failure) : Standard.ofStatus(status);
    }

    private Problem explained(Throwable failure) {
        return explanations.stream()
                .map(explanation -> explanation.explain(failure))
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> unexpected(failure));
    }

    private static Problem unexpected(Throwable failure) {
        var incident = UUID.randomUUID().toString().substring(0, 8);
        Log.errorf(failure, "Unexpected failure, incident %s", incident);
        return Standard.unexpected(incident);
    }

    private String text(Problem problem) {
        try {
            return json.writeValueAsString(body(problem));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
