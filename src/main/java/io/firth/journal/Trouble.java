package io.firth.journal;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What a failure of the database means for the batch it hit. */
final class Trouble {

    /** Of causes of causes. */
    private static final int DEEPEST = 20;

    private Trouble() {}

    /**
     * Some value in the batch will never be stored: classes 22, 23 and 54 of SQLSTATE (the last one: too long for an index), or
     * it could not even be written down.
     */
    static boolean isInTheData(Throwable failure) {
        return failure instanceof PgException refusal ? hasClass(refusal, "22", "23", "54") : isOurMistake(failure);
    }

    /**
     * The database is away, starting, full, or cut us off: the same batch may do better. Whatever is not the server's own
     * answer is a lost connection, after which nobody knows whether the batch was committed.
     */
    static boolean isPassing(Throwable failure) {
        return failure instanceof PgException refusal
                ? hasClass(refusal, "08", "25", "40", "53", "55", "57", "58", "XX")
                : !isOurMistake(failure);
    }

    /** Something this node needs is away, and it is nobody's fault that is being handled. */
    static boolean isAway(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .anyMatch(Trouble::saysAway);
    }

    private static boolean saysAway(Throwable failure) {
        return failure instanceof PgException
                ? isPassing(failure)
                : failure instanceof IOException
                        || failure instanceof VertxException
                        || failure instanceof TimeoutException
                        || failure instanceof io.smallrye.mutiny.TimeoutException
                        || failure instanceof Overloaded;
    }

    private static boolean isOurMistake(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof ArithmeticException
                || failure instanceof DateTimeException
                || failure instanceof NullPointerException
                || failure instanceof ClassCastException;
    }

    /** Whether the connection can still be used after a rollback. */
    static boolean leavesTheConnection(Throwable failure) {
        return failure instanceof PgException refusal && !hasClass(refusal, "08", "57", "58", "25", "XX");
    }

    private static boolean hasClass(PgException refusal, String... classes) {
        var state = refusal.getSqlState();
        for (var each : classes) {
            if (state != null && state.startsWith(each)) {
                return true;
            }
        }
        return false;
    }
}
