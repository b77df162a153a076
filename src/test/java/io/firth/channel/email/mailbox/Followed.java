package io.firth.channel.email.mailbox;

import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.Settings;
import io.firth.channel.email.mailbox.Mailbox.Source;
import io.firth.channel.email.mailbox.Mailbox.Surroundings;
import io.firth.channel.email.server.Line;
import io.firth.channel.email.spool.Spools;
import io.quarkus.runtime.configuration.MemorySize;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.angus.mail.iap.ProtocolException;

/** One folder that is followed without the rest of the house. */
final class Followed implements AutoCloseable {

    static final UUID ID = UUID.fromString("0193a0c4-0000-7000-8000-000000000009");
    private static final long LARGEST = 1_000_000;

    final MemoryShelf shelf;
    final List<String> problems = new CopyOnWriteArrayList<>();
    private final Mailbox mailbox;
    private final Thread thread;

    private Followed(Account account, Source source, Duration poll, MemoryShelf shelf) {
        this.shelf = shelf;
        var spools = new Spools(Path.of("target", "test-spool"), LARGEST);
        var surroundings = new Surroundings(
                config(poll), shelf, new Fetcher(ID, spools, LARGEST), new Pulse(() -> {}, problems::add), at -> {});
        mailbox = new Mailbox(MailAccount.of(account).orElseThrow(), source, surroundings);
        thread = Thread.ofVirtual().start(mailbox);
    }

    /** INBOX, from where the shelf stands. */
    static Followed inbox(Account account, Duration poll, MemoryShelf shelf) {
        return new Followed(account, new Source(false, Optional.of("INBOX")), poll, shelf);
    }

    static Followed sent(Account account, MemoryShelf shelf) {
        return new Followed(account, new Source(true, Optional.empty()), Duration.ofHours(1), shelf);
    }

    /** An account with a mailbox on this machine. @param more further settings, name and value in turn */
    static Account account(String address, String host, int port, String security, String... more) {
        Map<String, String> values = new HashMap<>(Map.of(
                "address", address,
                "imap_host", host,
                "imap_port", String.valueOf(port),
                "imap_security", security,
                "imap_user", address));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        return account(address, values, RealMailServers.PASSWORD);
    }

    /** The same account with another password. */
    static Account withPassword(String password, Account account) {
        var settings = account.settings();
        Map<String, String> values = new HashMap<>();
        for (var name : List.of("address", "imap_host", "imap_port", "imap_security", "imap_user", "authorities")) {
            settings.text(name).ifPresent(value -> values.put(name, value));
        }
        return account(account.address(), values, password);
    }

    private static Account account(String address, Map<String, String> values, String password) {
        return new Account(
                ID,
                ChannelType.EMAIL,
                "Acme",
                address,
                List.of(address),
                Account.State.ACTIVE,
                Settings.of(values, Map.of("imap_password", password)));
    }

    /** A connection as a mailbox has it. */
    static ImapConnection connect(Account account) throws IOException, ProtocolException {
        return ImapConnection.open(
                MailAccount.of(account).orElseThrow().server(), config(Duration.ofHours(1)), new Line());
    }

    static ImapConfig config(Duration poll) {
        return new ImapConfig() {
            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.valueOf(LARGEST));
            }

            @Override
            public Duration poll() {
                return poll;
            }

            @Override
            public Duration connect() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration answer() {
                return Duration.ofSeconds(4);
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(5);
            }

            @Override
            public Duration longestPause() {
                return Duration.ofMillis(500);
            }
        };
    }

    /** Ends it as a stop of the product does, and waits until it has. */
    @Override
    public void close() {
        mailbox.stop();
        try {
            thread.join(Duration.ofSeconds(20));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            throw new AssertionError("The mailbox does not stop.");
        }
    }
}
