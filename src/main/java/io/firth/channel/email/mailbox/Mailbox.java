package io.firth.channel.email.mailbox;

import io.firth.channel.email.Slot;
import io.firth.channel.email.server.Line;
import io.firth.channel.email.spool.Crowded;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.jspecify.annotations.Nullable;

/**
 * Follows one folder of one account until it is stopped: what is there and new, then whatever comes. It has a thread and a
 * connection of its own. Whatever fails ends the connection, and after a pause the next one goes on from the last commit.
 */
final class Mailbox implements Runnable {

    /** How many mails are asked about at once. */
    private static final int BATCH = 100;

    private final MailAccount account;
    private final Source source;
    private final Surroundings surroundings;
    private final Pauses pauses;
    private volatile boolean stopped;
    private volatile @Nullable Line line;
    private volatile @Nullable Thread thread;

    /** Which folder it is. @param name empty for the one that the server marks as that of sent mail */
    record Source(boolean sent, Optional<String> name) {

        @Override
        public String toString() {
            return name.orElse("Sent");
        }
    }

    /** What every mailbox works with. */
    record Surroundings(ImapConfig config, Shelf shelf, Fetcher fetcher, Pulse pulse, Reported reported) {}

    /** Is told when the server had a mail that was taken in now. */
    interface Reported {
        void received(Instant at);
    }

    Mailbox(MailAccount account, Source source, Surroundings surroundings) {
        this.account = account;
        this.source = source;
        this.surroundings = surroundings;
        this.pauses = new Pauses(surroundings.config().longestPause(), ThreadLocalRandom.current());
    }

    @Override
    public void run() {
        thread = Thread.currentThread();
        while (!stopped) {
            try {
                follow();
                pause(surroundings.config().longestPause());
            } catch (ProtocolException | IOException | Crowded | RuntimeException failed) {
                afterwards(failed);
            }
        }
    }

    /** Returns at once; the thread ends as soon as it notices. */
    void stop() {
        stopped = true;
        var open = line;
        if (open != null) {
            cut(open);
        }
        var waiting = thread;
        if (waiting != null) {
            waiting.interrupt();
        }
    }

    private void afterwards(Exception failed) {
        if (stopped) {
            return;
        }
        var words = "%s on %s: %s".formatted(source, account.server(), Failing.words(failed));
        Log.warnf("A mailbox of %s is not read: %s", account.account().name(), words);
        surroundings.pulse().failed(source.toString(), words);
        pause(pauses.next());
    }

    /** Returns where there is no such folder, which may change. */
    private void follow() throws ProtocolException, IOException, Crowded {
        var begun = new Line();
        line = begun;
        if (stopped) {
            return;
        }
        try (var connection = ImapConnection.open(account.server(), surroundings.config(), begun)) {
            var folder = source.name().isPresent() ? source.name() : connection.sentFolder();
            if (folder.isPresent()) {
                keepUp(connection, folder.get());
            }
            surroundings.pulse().alive(source.toString());
        }
    }

    private void keepUp(ImapConnection connection, String folder) throws ProtocolException, IOException, Crowded {
        var known = written(surroundings.shelf().place(id(), folder)).flatMap(Checkpoint::parse);
        var opened = connection.examine(folder, known);
        var point = known.filter(it -> it.uidValidity() == opened.uidValidity()).orElseGet(() -> begin(opened, known));
        point = takeAll(connection, folder, point).heard(opened.modSeq());
        advance(folder, point);
        while (!stopped) {
            surroundings.pulse().alive(source.toString());
            pauses.over();
            await(connection);
            point = takeAll(connection, folder, point);
        }
    }

    /** A folder under another UIDVALIDITY is read anew, as far back as the account goes. */
    private Checkpoint begin(Opened opened, Optional<Checkpoint> known) {
        var since = known.map(Checkpoint::since).orElseGet(() -> Instant.now().minus(account.history()));
        Log.infof(
                "Mail of %s is read from the folder %s: %d mails, UIDVALIDITY %d",
                account.account().name(), opened.folder(), opened.mails(), opened.uidValidity());
        return Checkpoint.begin(opened.uidValidity(), opened.uidNext(), since);
    }

    private Checkpoint takeAll(ImapConnection connection, String folder, Checkpoint from)
            throws ProtocolException, IOException, Crowded {
        var point = from;
        var uids = connection.uidsAfter(point.last());
        for (int begin = 0; begin < uids.size(); begin += BATCH) {
            var batch = uids.subList(begin, Math.min(uids.size(), begin + BATCH));
            point = take(connection, folder, point, batch);
        }
        return point;
    }

    private Checkpoint take(ImapConnection connection, String folder, Checkpoint from, List<Long> uids)
            throws ProtocolException, IOException, Crowded {
        var point = from;
        var written = from;
        for (var mail : connection.list(uids)) {
            var next = point.after(mail.uid());
            if (!next.passesOver(mail) && take(connection, folder, next, mail)) {
                written = next;
            }
            point = next;
        }
        point = point.after(uids.getLast());
        if (!point.equals(written)) {
            advance(folder, point);
        }
        return point;
    }

    /** @return whether there was something to take */
    private boolean take(ImapConnection connection, String folder, Checkpoint next, Listed mail)
            throws IOException, Crowded {
        var slot = new Slot(source.sent(), folder, next.uidValidity(), mail.uid());
        var fetched = surroundings.fetcher().fetch(connection, slot, mail);
        if (fetched.isEmpty()) {
            return false;
        }
        var raw = fetched.get().raw();
        var shelf = surroundings.shelf();
        written(fetched.get()
                .obstacle()
                .<Uni<?>>map(reason -> shelf.setAside(raw, reason, folder, next.toString()))
                .orElseGet(() -> shelf.take(raw, folder, next.toString())));
        surroundings.reported().received(raw.at());
        return true;
    }

    private void advance(String folder, Checkpoint point) {
        written(surroundings.shelf().advance(id(), folder, point.toString()));
    }

    private <T> T written(Uni<T> work) {
        return work.await().atMost(surroundings.config().patience());
    }

    private void await(ImapConnection connection) throws ProtocolException {
        if (connection.hasHeardOfMore()) {
            return;
        }
        if (connection.pushes()) {
            connection.idle(surroundings.config().poll());
        } else {
            pause(surroundings.config().poll());
            connection.noop();
        }
    }

    private void pause(Duration length) {
        try {
            if (!stopped) {
                Thread.sleep(length);
            }
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private static void cut(Line open) {
        try {
            open.close();
        } catch (IOException already) {
            Log.debugf("A line was closed already: %s", already.getMessage());
        }
    }

    private UUID id() {
        return account.account().id();
    }
}
