package io.firth.journal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The writer's answer, given after the commit.
 *
 * @param conversation null where input was set aside, or waits for the message it is about
 * @param firstSeq the first interaction that came of it; greater than {@code lastSeq} where none did
 * @param repeated whether this had been accepted before and changed nothing now
 * @param recorded what came of it now; empty when repeated
 */
public record Written(
        @Nullable UUID conversation, int firstSeq, int lastSeq, boolean repeated, List<Recorded> recorded) {

    static final Written NOTHING = new Written(null, 1, 0, false, List.of());
}
