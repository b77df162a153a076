package io.firth.metrics.projection;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.Locale;

/** One of the two sets of tables that figures are kept in. */
public enum Generation {
    A,
    B;

    /** Read in the transaction that uses it: another one may be live in the next. */
    public static Uni<Generation> live(SqlClient database) {
        return database.query("select live from metrics_generation")
                .execute()
                .map(rows -> valueOf(rows.iterator().next().getString(0).toUpperCase(Locale.ROOT)));
    }

    /** Up to where the journal is folded. */
    public Uni<Long> position(SqlClient database) {
        return database.query(sql("select position from metrics.progress"))
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    Generation other() {
        return this == A ? B : A;
    }

    String letter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statement with {@code metrics.} replaced by the schema of this one. */
    public String sql(String statement) {
        return statement.replace("metrics.", "metrics_" + letter() + ".");
    }
}
