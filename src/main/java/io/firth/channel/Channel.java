package io.firth.channel;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.UUID;

/**
 * A place customers write from. An adapter turns what arrives into {@link io.firth.conversation.Inbound} for {@link Intake},
 * and delivers what agents write.
 */
public interface Channel {

    ChannelType type();

    Limits limits();

    /**
     * Delivers one message. Called again with the same id after a failure or a crash.
     *
     * @return what the other side said; fails with {@link Undeliverable} when trying again is pointless, with
     *     {@link OutcomeUnknown} when the message may have arrived, with anything else when trying again may help
     */
    Uni<Delivered> deliver(Outbound message);

    /** Whether what is delivered leaves this deployment; without a way out it is kept as files. */
    boolean hasWayOut();

    /** Where a message was kept that had no way out, under its delivery's id; nothing need be there. */
    Path captured(UUID delivery);

    /** Whether delivering the same message twice gives one message, so that a sending cut short may simply be repeated. */
    boolean sendsOnce();

    /** Reads raw input again that was set aside, and hands it to {@link Intake}; fails as the first reading did. */
    Uni<Accepted> readAgain(RawInput input);
}
