package io.firth.channel.email.mailbox;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.channel.Trial;
import io.firth.channel.Vitals;
import io.firth.channel.email.Fetching;
import io.firth.channel.email.Incoming;
import io.firth.channel.email.Slot;
import io.firth.channel.email.mailbox.Mailbox.Source;
import io.firth.channel.email.mailbox.Mailbox.Surroundings;
import io.firth.channel.email.server.Line;
import io.firth.channel.email.spool.Crowded;
import io.firth.channel.email.spool.Spools;
import io.firth.conversation.Refused;
import io.firth.home.Home;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.angus.mail.iap.ProtocolException;

/** All mailboxes that are followed now, by their accounts. */
@Singleton
class Mailboxes implements Fetching {

    private final ImapConfig config;
    private final Shelf shelf;
    private final Vitals vitals;
    private final Spools spools;
    private final Function<UUID, Optional<Account>> accounts;
    private final Map<UUID, List<Mailbox>> followed = new HashMap<>();

    @Inject
    Mailboxes(ImapConfig config, Intake intake, Incoming incoming, Accounts accounts, Vitals vitals, Home home) {
        this(config, new IntakeShelf(intake, incoming), accounts::find, vitals, home);
    }

    private Mailboxes(
            ImapConfig config, Shelf shelf, Function<UUID, Optional<Account>> accounts, Vitals vitals, Home home) {
        this.config = config;
        this.shelf = shelf;
        this.accounts = accounts;
        this.vitals = vitals;
        this.spools =
                new Spools(home.folder().resolve("spool"), config.maxSize().asLongValue());
    }

    @Override
    public synchronized void open(Account account) {
        close(account.id());
        try {
            MailAccount.of(account).ifPresent(this::follow);
        } catch (Refused unusable) {
            vitals.failed(account.id(), String.valueOf(unusable.getMessage()));
        }
    }

    @Override
    public synchronized void close(UUID account) {
        followed.getOrDefault(account, List.of()).forEach(Mailbox::stop);
        followed.remove(account);
    }

    @Override
    public List<Trial> test(Account account) {
        return MailAccount.of(account)
                .map(found -> new MailboxTrial(found, config).run())
                .orElse(List.of());
    }

    @Override
    public Optional<RawInput> fetchAgain(RawInput setAside, Slot slot) throws IOException {
        var account = accounts.apply(setAside.account()).flatMap(MailAccount::of);
        if (account.isEmpty()) {
            return Optional.empty();
        }
        try (var connection = ImapConnection.open(account.get().server(), config, new Line())) {
            var opened = connection.examine(slot.folder(), Optional.empty());
            var listed = opened.uidValidity() == slot.uidValidity()
                    ? connection.list(List.of(slot.uid()))
                    : List.<Listed>of();
            return listed.isEmpty() ? Optional.empty() : whole(connection, setAside, slot, listed.getFirst());
        } catch (ProtocolException | Crowded failed) {
            throw new IOException(Failing.words(failed), failed);
        }
    }

    private Optional<RawInput> whole(ImapConnection connection, RawInput setAside, Slot slot, Listed mail)
            throws IOException, Crowded {
        return fetcher(setAside.account())
                .fetch(connection, slot, mail)
                .filter(fetched -> fetched.obstacle().isEmpty())
                .map(fetched -> new RawInput(
                        setAside.id(),
                        setAside.type(),
                        setAside.account(),
                        setAside.at(),
                        setAside.from(),
                        setAside.to(),
                        fetched.raw().bytes()));
    }

    private void follow(MailAccount account) {
        var id = account.account().id();
        var surroundings = new Surroundings(
                config,
                shelf,
                fetcher(id),
                new Pulse(() -> vitals.alive(id), words -> vitals.failed(id, words)),
                at -> vitals.received(id, at));
        var mailboxes = new ArrayList<Mailbox>();
        for (var folder : account.folders()) {
            mailboxes.add(new Mailbox(account, new Source(false, Optional.of(folder)), surroundings));
        }
        mailboxes.add(new Mailbox(account, new Source(true, account.sentFolder()), surroundings));
        followed.put(id, mailboxes);
        mailboxes.forEach(Mailboxes::start);
    }

    private Fetcher fetcher(UUID account) {
        return new Fetcher(account, spools, config.maxSize().asLongValue());
    }

    /** Angus waits for the server inside monitors, and there a virtual thread holds its carrier before Java 24 (JEP 491). */
    private static void start(Mailbox mailbox) {
        var builder = Runtime.version().feature() >= 24
                ? Thread.ofVirtual().name("mailbox-", 0)
                : Thread.ofPlatform().daemon().name("mailbox-", 0);
        builder.start(mailbox);
    }
}
