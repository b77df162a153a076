package io.firth.inbox;

import io.firth.http.Explanation;
import io.firth.http.Problem;
import io.firth.journal.Overloaded;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Tells whoever asked for something while the journal's queue is full to come again. */
@Singleton
class Overload implements Explanation {

    @Override
    public @Nullable Problem explain(Throwable failure) {
        return failure instanceof Overloaded
                ? new Problem(503, "overloaded", "Too much is waiting", failure.getMessage()).retryAfter(1)
                : null;
    }
}
