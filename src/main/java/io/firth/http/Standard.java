package io.firth.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The problems that belong to no room. */
final class Standard {

    private Standard() {}

    static Problem signInNeeded() {
        return new Problem(401, "sign-in-needed", "Sign in first", null)
                .withHeader("WWW-Authenticate", "Bearer realm=\"firth\"");
    }

    static Problem forbidden() {
        return new Problem(403, "forbidden", "Your role does not allow this", null);
    }

    static Problem unexpected(String incident) {
        return new Problem(500, "unexpected", "Something went wrong here", "The log knows more under " + incident + ".")
                .with("incident", incident);
    }

    static Problem ofStatus(int status) {
        var known = Response.Status.fromStatusCode(status);
        var title = known == null ? "Not possible" : known.getReasonPhrase();
        return new Problem(status, title.toLowerCase(Locale.ROOT).replace(' ', '-'), title, null);
    }

    static Problem invalid(ConstraintViolationException invalid) {
        var fields = invalid.getConstraintViolations().stream()
                .map(violation -> Map.of("field", field(violation), "message", violation.getMessage()))
                .sorted(Comparator.comparing(Map::toString))
                .toList();
        return new Problem(400, "invalid", "Some fields are not right", sentence(fields)).with("fields", fields);
    }

    /** Says where, never how: Jackson's own messages name classes. */
    static Problem malformed(JacksonException malformed) {
        var problem = new Problem(400, "malformed", "The JSON is not what is expected", detail(malformed));
        return malformed instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? problem.with("fields", List.of(Map.of("field", path(mapping), "message", reason(mapping))))
                : problem;
    }

    private static String detail(JacksonException malformed) {
        return malformed instanceof JsonMappingException mapping
                        && !mapping.getPath().isEmpty()
                ? "`%s` %s.".formatted(path(mapping), reason(mapping))
                : "The request is not readable as JSON.";
    }

    private static String reason(JsonMappingException mapping) {
        return mapping instanceof UnrecognizedPropertyException
                ? "is not a known field"
                : "does not have the right form";
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String sentence(List<Map<String, String>> fields) {
        return fields.stream()
                .map(field -> "`%s` %s".formatted(field.get("field"), field.get("message")))
                .collect(Collectors.joining("; ", "", "."));
    }

    /** Without the names of the method and its parameter, in the case of JSON. */
    private static String field(ConstraintViolation<?> violation) {
        var names = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .map(Object::toString)
                .toList();
        var own = names.size() > 2 ? names.subList(2, names.size()) : names.subList(names.size() - 1, names.size());
        return own.stream().map(Standard::snake).collect(Collectors.joining("."));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
