package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.conversation.Inbound;
import io.firth.journal.Cursor;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** {@link Intake} as this room needs it, so that the room can be tried without the rest of the house. */
interface Entrance {

    /** @param cursor null where nothing says how far was read */
    Uni<Accepted> accept(Inbound inbound, RawInput raw, @Nullable Cursor cursor);

    /** @param cursor as above */
    Uni<Accepted> setAside(RawInput raw, String reason, @Nullable Cursor cursor);

    static Entrance of(Intake intake) {
        return new Entrance() {
            @Override
            public Uni<Accepted> accept(Inbound inbound, RawInput raw, @Nullable Cursor cursor) {
                return cursor == null ? intake.accept(inbound, raw) : intake.accept(inbound, raw, cursor);
            }

            @Override
            public Uni<Accepted> setAside(RawInput raw, String reason, @Nullable Cursor cursor) {
                return cursor == null ? intake.setAside(raw, reason) : intake.setAside(raw, reason, cursor);
            }
        };
    }
}
