package io.firth.channel;

import io.smallrye.mutiny.Uni;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A place customers write from. An adapter turns what arrives into {@link io.firth.conversation.Inbound} for {@link Intake},
 * and delivers what agents write.
 */
public interface Channel {

    ChannelType type();

    Limits limits(Account account);

    /** What an account of this channel is set up with. */
    List<Field> fields();

    /**
     * Where customers reach an account with these settings, and what it takes in for itself. The settings are what
     * {@link #fields} asks for, each by its kind.
     *
     * @throws io.firth.conversation.Refused where the settings are no good, in words for the administrator; the form shows them
     *     at the field that its code ends in, such as {@code settings.url}
     */
    Place place(Settings settings);

    /** @param accepts as in {@link Account} */
    record Place(String address, List<String> accepts) {}

    /**
     * Where a secret of these settings is sent, in words that are the same as long as that is the same place; empty where it never
     * leaves, as one that only signs. A secret that is kept is not sent elsewhere: whoever changes the place has to give it again.
     *
     * @throws io.firth.conversation.Refused where the settings are no good
     */
    default Optional<String> destination(Settings settings, String secret) {
        return Optional.empty();
    }

    /** Tries an account out without changing anything anywhere. Never fails: what goes wrong is told by the trials. */
    Uni<List<Trial>> test(Account account);

    /**
     * Begins to take in for an account, or goes on with changed settings. Called at the start and after every change; does not
     * wait for the other side. Where that sends by itself there is nothing to begin: whatever lets it in asks for the account's
     * state each time.
     */
    void open(Account account);

    /** Takes nothing in any more for an account; does nothing where nothing was taken in. */
    void close(UUID account);

    /**
     * Delivers one message. Called again with the same id after a failure or a crash.
     *
     * @return what the other side said; fails with {@link Undeliverable} when trying again is pointless, with
     *     {@link OutcomeUnknown} when the message may have arrived and trying again might double it, with anything else when
     *     trying again may help. Agents read the words of each
     */
    Uni<Delivered> deliver(Outbound message);

    /** Whether what is delivered leaves this deployment; without a way out, as of mail without a relay, it is kept as files. */
    boolean hasWayOut(Account account);

    /** Where a message was kept that had no way out, under its delivery's id; nothing need be there. */
    Path captured(UUID delivery);

    /** Whether delivering the same message twice gives one message, so that a sending cut short may simply be repeated. */
    boolean sendsOnce(Account account);

    /**
     * Reads raw input again that was set aside, and hands it to {@link Intake}: what is still not understood, to
     * {@link Intake#setAside} with the same {@code input}. Fails where {@link Intake} does, or with what people may be told, such
     * as {@link io.firth.conversation.Refused}.
     *
     * @return without a conversation where it is still not understood
     */
    Uni<Accepted> readAgain(RawInput input);
}
