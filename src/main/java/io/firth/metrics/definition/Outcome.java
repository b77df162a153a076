package io.firth.metrics.definition;

import static io.firth.metrics.fact.Flag.NO_REPLY;
import static io.firth.metrics.fact.Flag.ONE_REPLY;
import static io.firth.metrics.fact.Flag.REOPENED_IN_7D;

import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import java.util.EnumSet;
import java.util.Set;

/** How a cycle that was resolved came out. */
public final class Outcome {

    private static final Set<Kind> KINDS = EnumSet.of(Kind.RESOLVED, Kind.ASKED);

    private Outcome() {}

    /** Whether facts of a kind have one. */
    public static boolean isOf(Kind kind) {
        return KINDS.contains(kind);
    }

    /** Bits of the flags that tell it. */
    static int flags(Kind kind) {
        return isOf(kind) ? Flag.bits(REOPENED_IN_7D, ONE_REPLY, NO_REPLY) : 0;
    }

    /** Its word, as a text of SQL. @param row the alias of what has the flags */
    public static String sql(String row) {
        return """
                case when %1$s.flags & %2$d <> 0 then 'reopened' when %1$s.flags & %3$d <> 0 then 'one_reply'
                  when %1$s.flags & %4$d <> 0 then 'no_reply' else 'more_replies' end""".formatted(row, REOPENED_IN_7D.bit(), ONE_REPLY.bit(), NO_REPLY.bit());
    }
}
