package io.firth.channel.email.mailbox;

import io.firth.channel.RawInput;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.UUID;

/** Where fetched mails go together with the place they were read up to, and where that place is read back. */
interface Shelf {

    /** The place as it was last written for this folder. */
    Uni<Optional<String>> place(UUID account, String folder);

    /** Writes the place alone. */
    Uni<Void> advance(UUID account, String folder, String place);

    /** Takes a mail in, or sets it aside where it cannot be understood; the place is written in the same commit. */
    Uni<?> take(RawInput raw, String folder, String place);

    /** Sets a mail aside; the place is written in the same commit. */
    Uni<?> setAside(RawInput raw, String reason, String folder, String place);
}
