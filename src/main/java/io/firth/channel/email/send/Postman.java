package io.firth.channel.email.send;

import io.firth.channel.Account;
import io.firth.channel.Delivered;
import io.firth.channel.Outbound;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Refused;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;

/** Takes mail out: by the account's own relay, else the deployment's, else into the outbox. */
@Singleton
public class Postman {

    private final Composer composer;
    private final Outbox outbox;
    private final RelayConfig config;

    public Postman(Composer composer, Outbox outbox, RelayConfig config) {
        this.composer = composer;
        this.outbox = outbox;
        this.config = config;
    }

    /** Whether mail of this account leaves the deployment. */
    public boolean hasWayOut(Account account) {
        return account.settings().text("smtp_host").isPresent() || config.url().isPresent();
    }

    /** Where a mail was kept that had no way out. */
    public Path captured(UUID delivery) {
        return outbox.file(delivery);
    }

    /**
     * Blocks until the relay has answered.
     *
     * @throws Undeliverable when trying again is pointless
     * @throws io.firth.channel.OutcomeUnknown when the mail was handed over and the answer never came
     * @throws IllegalStateException when trying again may help
     */
    public Delivered send(Outbound message, Account account) {
        return send(message, account, () -> {});
    }

    /** As {@link #send(Outbound, Account)}. @param handover as in {@link io.firth.channel.Continuation#byMail} */
    public Delivered send(Outbound message, Account account, Runnable handover) {
        boolean signed = account.settings().flag("signed_sender", config.signedSender());
        Letter letter = composer.compose(message, account, signed);
        var relay = relay(account);
        if (relay.isPresent()) {
            return new Delivered(
                    DeliveryState.ACCEPTED, letter.messageId(), relay.get().send(letter, handover));
        }
        handover.run();
        outbox.capture(message.id(), letter.bytes());
        return new Delivered(DeliveryState.CAPTURED, letter.messageId(), "Kept in the outbox: no relay is configured.");
    }

    /** Connects and signs in, and sends nothing. Blocks. */
    public Trial test(Account account) {
        return Relay.of(account, config)
                .map(Relay::test)
                .orElseGet(() -> Trial.passed("send", "There is no relay: mail is kept in the outbox and not sent."));
    }

    private Optional<Relay> relay(Account account) {
        try {
            return Relay.of(account, config);
        } catch (Refused unusable) {
            throw new Undeliverable(String.valueOf(unusable.getMessage()));
        }
    }
}
