package io.firth.journal;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;

/** What is written in the transaction that takes in what another system told, so that both are there or none. */
@FunctionalInterface
public interface Beside {

    /**
     * Called again where the transaction has to be tried again. Where it fails, nothing is taken in.
     *
     * @param verdicts one for each line, in order
     */
    Uni<Void> write(SqlConnection database, List<Verdict> verdicts);
}
