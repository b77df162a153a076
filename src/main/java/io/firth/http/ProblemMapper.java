package io.firth.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Brings every failure of an endpoint to {@link Problems}; the named ones would else meet a mapper of the framework. */
class ProblemMapper {

    private final Problems problems;

    ProblemMapper(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper({
        Throwable.class,
        WebApplicationException.class,
        UnauthorizedException.class,
        ForbiddenException.class,
        AuthenticationFailedException.class,
        AuthenticationCompletionException.class,
        AuthenticationRedirectException.class,
        ValidationException.class,
        ConstraintViolationException.class,
        ResteasyReactiveViolationException.class,
        JacksonException.class,
        MismatchedInputException.class
    })
    public Response toResponse(Throwable failure) {
        var problem = problems.of(failure);
        var response =
                Response.status(problem.status()).type(Problems.MEDIA_TYPE).entity(problems.body(problem));
        problem.headers().forEach(response::header);
        return response.build();
    }
}
