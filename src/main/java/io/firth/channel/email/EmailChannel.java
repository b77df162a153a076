package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.channel.Delivered;
import io.firth.channel.Field;
import io.firth.channel.Limits;
import io.firth.channel.Measure;
import io.firth.channel.Outbound;
import io.firth.channel.Questions;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.send.Postman;
import io.firth.conversation.Refused;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** E-mail as a channel: in by SMTP and from mailboxes, out by a relay, or into the outbox where there is none. */
@Singleton
public class EmailChannel implements Channel {

    private static final Limits LIMITS =
            new Limits(200_000, Measure.CODE_POINTS, true, true, true, true, 20, 25L * 1024 * 1024, true);

    /** A thread of its own for each mail, since relay and disk make it wait. */
    private static final Executor THREADS =
            task -> Thread.ofVirtual().name("mail-out").start(task);

    private final Supplier<List<Account>> accounts;
    private final Postman postman;
    private final Incoming incoming;
    private final Fetching mailboxes;
    private final Questions questions;

    @Inject
    EmailChannel(Accounts accounts, Postman postman, Incoming incoming, Fetching mailboxes, Questions questions) {
        this(accounts::present, postman, incoming, mailboxes, questions);
    }

    EmailChannel(
            Supplier<List<Account>> accounts,
            Postman postman,
            Incoming incoming,
            Fetching mailboxes,
            Questions questions) {
        this.accounts = accounts;
        this.postman = postman;
        this.incoming = incoming;
        this.mailboxes = mailboxes;
        this.questions = questions;
    }

    @Override
    public ChannelType type() {
        return ChannelType.EMAIL;
    }

    @Override
    public Limits limits(Account account) {
        return LIMITS;
    }

    @Override
    public List<Field> fields() {
        return EmailFields.ALL;
    }

    @Override
    public Place place(Settings settings) {
        return EmailFields.place(settings);
    }

    @Override
    public Optional<String> destination(Settings settings, String secret) {
        return EmailFields.destination(settings, secret);
    }

    @Override
    public Uni<List<Trial>> test(Account account) {
        return Uni.createFrom().item(() -> trials(account)).runSubscriptionOn(THREADS);
    }

    @Override
    public void open(Account account) {
        mailboxes.open(account);
    }

    @Override
    public void close(UUID account) {
        mailboxes.close(account);
    }

    @Override
    public boolean hasWayOut(Account account) {
        return postman.hasWayOut(account);
    }

    /** A mail captured twice is one file; one relayed twice is two mails, whatever its Message-ID. */
    @Override
    public boolean sendsOnce(Account account) {
        return !hasWayOut(account);
    }

    @Override
    public Path captured(UUID delivery) {
        return postman.captured(delivery);
    }

    @Override
    public Uni<Delivered> deliver(Outbound message) {
        return Uni.createFrom()
                .item(() -> postman.send(
                        message.saying(questions.asMail(message.account(), message.content())), account(message)))
                .runSubscriptionOn(THREADS);
    }

    /** What was set aside without its body is fetched whole before. */
    @Override
    public Uni<Accepted> readAgain(RawInput input) {
        return Uni.createFrom().item(() -> whole(input)).chain(incoming::take).runSubscriptionOn(THREADS);
    }

    private RawInput whole(RawInput input) {
        var slot = Slot.of(input).filter(it -> isWithoutBody(input.bytes()));
        if (slot.isEmpty()) {
            return input;
        }
        try {
            return mailboxes
                    .fetchAgain(input, slot.get())
                    .orElseThrow(() -> new Refused(
                            "mail.not_there",
                            "The mail is not in the folder %s any more, or still too large."
                                    .formatted(slot.get().folder())));
        } catch (IOException unreachable) {
            throw new UncheckedIOException(unreachable);
        }
    }

    private static boolean isWithoutBody(byte[] mail) {
        var text = new String(mail, StandardCharsets.ISO_8859_1);
        int blank = text.indexOf("\r\n\r\n");
        return blank < 0 || blank + 4 == text.length();
    }

    private List<Trial> trials(Account account) {
        try {
            var trials = new ArrayList<>(mailboxes.test(account));
            trials.add(postman.test(account));
            return trials;
        } catch (Refused unusable) {
            return List.of(Trial.failed("settings", String.valueOf(unusable.getMessage())));
        }
    }

    private Account account(Outbound message) {
        return accounts.get().stream()
                .filter(account -> account.id().equals(message.account()))
                .findFirst()
                .orElseThrow(() -> new Undeliverable("The mailbox of this conversation is not connected any more."));
    }
}
