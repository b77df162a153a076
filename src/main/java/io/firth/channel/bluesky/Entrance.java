package io.firth.channel.bluesky;

import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.conversation.Inbound;
import io.firth.journal.Cursor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@link Intake} as a thread of its own uses it: each call returns when it is committed, and fails when it is not. */
interface Entrance {

    Duration PATIENCE = Duration.ofSeconds(60);

    void accept(Inbound inbound, RawInput raw, @Nullable Cursor cursor);

    void setAside(RawInput raw, String reason, @Nullable Cursor cursor);

    void advance(Cursor cursor);

    Optional<String> cursor(UUID account, String folder);

    static Entrance of(Intake intake) {
        return new Entrance() {
            @Override
            public void accept(Inbound inbound, RawInput raw, @Nullable Cursor cursor) {
                var accepted = cursor == null ? intake.accept(inbound, raw) : intake.accept(inbound, raw, cursor);
                accepted.await().atMost(PATIENCE);
            }

            @Override
            public void setAside(RawInput raw, String reason, @Nullable Cursor cursor) {
                var kept = cursor == null ? intake.setAside(raw, reason) : intake.setAside(raw, reason, cursor);
                kept.await().atMost(PATIENCE);
            }

            @Override
            public void advance(Cursor cursor) {
                intake.advance(cursor).await().atMost(PATIENCE);
            }

            @Override
            public Optional<String> cursor(UUID account, String folder) {
                return intake.cursor(account, folder).await().atMost(PATIENCE);
            }
        };
    }
}
