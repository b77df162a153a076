package io.firth.channel.email.mailbox;

import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.channel.email.Incoming;
import io.firth.journal.Cursor;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** The shelf that the house has. */
record IntakeShelf(Intake intake, Incoming incoming) implements Shelf {

    @Override
    public Uni<Optional<String>> place(UUID account, String folder) {
        return intake.cursor(account, folder);
    }

    @Override
    public Uni<Void> advance(UUID account, String folder, String place) {
        return intake.advance(new Cursor(account, folder, place));
    }

    @Override
    public Uni<?> take(RawInput raw, String folder, String place) {
        return incoming.takeOrSetAside(raw, new Cursor(raw.account(), folder, place));
    }

    @Override
    public Uni<?> setAside(RawInput raw, String reason, String folder, String place) {
        return incoming.setAside(raw, reason, new Cursor(raw.account(), folder, place));
    }
}
