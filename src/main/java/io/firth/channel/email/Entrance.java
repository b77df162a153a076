package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.conversation.Inbound;
import io.smallrye.mutiny.Uni;

/** {@link Intake} as this room needs it, so that the room can be tried without the rest of the house. */
interface Entrance {

    Uni<Accepted> accept(Inbound inbound, RawInput raw);

    Uni<Accepted> setAside(RawInput raw, String reason);

    static Entrance of(Intake intake) {
        return new Entrance() {
            @Override
            public Uni<Accepted> accept(Inbound inbound, RawInput raw) {
                return intake.accept(inbound, raw);
            }

            @Override
            public Uni<Accepted> setAside(RawInput raw, String reason) {
                return intake.setAside(raw, reason);
            }
        };
    }
}
