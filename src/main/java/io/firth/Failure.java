package io.firth;

import io.firth.home.Unable;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.net.BindException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why it cannot start, for the person who started it: a sentence where we know one, else all there is. */
final class Failure {

    private Failure() {}

    static Optional<String> of(@Nullable Throwable failure) {
        return Optional.ofNullable(failure).map(thrown -> "Firth cannot start. " + reason(thrown));
    }

    private static String reason(Throwable failure) {
        return switch (ExceptionUtil.getRootCause(failure)) {
            case Unable unable -> String.valueOf(unable.getMessage());
            case QuarkusBindException taken ->
                "Another process uses port %d: stop it, or set FIRTH_HTTP_PORT.".formatted(taken.getPort());
            case BindException taken ->
                "Another process uses a port (%s): stop it, or set FIRTH_HTTP_PORT or FIRTH_SMTP_PORT."
                        .formatted(taken.getMessage());
            case ConfigurationException wrong -> String.valueOf(wrong.getMessage());
            case ConfigValidationException wrong -> String.valueOf(wrong.getMessage());
            case null, default -> ExceptionUtil.generateStackTrace(failure);
        };
    }
}
