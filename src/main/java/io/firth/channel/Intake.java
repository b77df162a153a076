package io.firth.channel;

import io.firth.conversation.Address;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.home.Files;
import io.firth.journal.Cursor;
import io.firth.journal.Cursors;
import io.firth.journal.Raw;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way in: whatever a channel understood, and whatever it did not. */
@ApplicationScoped
public class Intake {

    /** Raw input up to this size stands in the database, larger in a file. */
    private static final int LARGE = 64 * 1024;

    private final Writer writer;
    private final Files files;
    private final Accounts accounts;
    private final Cursors cursors;

    Intake(Writer writer, Files files, Accounts accounts, Cursors cursors) {
        this.cursors = cursors;
        this.writer = writer;
        this.files = files;
        this.accounts = accounts;
    }

    /**
     * Takes in what arrived, together with its raw bytes. Completes at the commit and not before.
     *
     * <p>Fails with {@link io.firth.journal.Overloaded} when too much is waiting; any other failure means that the database
     * could not be reached. In both cases the sender must keep what it has and come again, which is harmless however often it
     * happens.
     */
    public Uni<Accepted> accept(Inbound inbound, RawInput input) {
        return kept(input)
                .chain(raw -> writer.write(new Work.Take(withoutOurselves(inbound), raw)))
                .map(Intake::accepted);
    }

    /** The same, for an adapter that reads in order: how far it has read is written with it. */
    public Uni<Accepted> accept(Inbound inbound, RawInput input, Cursor cursor) {
        return kept(input)
                .chain(raw -> writer.write(new Work.Take(withoutOurselves(inbound), raw, cursor)))
                .map(Intake::accepted);
    }

    /**
     * Keeps what could not be understood, for people to see and to try again. The same input once more is another try with the
     * reason of now. Completes at the commit, with no conversation; fails as above.
     */
    public Uni<Accepted> setAside(RawInput input, String reason) {
        return kept(input)
                .chain(raw -> writer.write(new Work.SetAside(raw, reason)))
                .map(Intake::accepted);
    }

    /** The same, for an adapter that reads in order. */
    public Uni<Accepted> setAside(RawInput input, String reason, Cursor cursor) {
        return kept(input)
                .chain(raw -> writer.write(new Work.SetAside(raw, reason, cursor)))
                .map(Intake::accepted);
    }

    /** Notes how far an adapter has read where there was nothing to take in. */
    public Uni<Void> advance(Cursor cursor) {
        return writer.write(new Work.Advance(cursor)).replaceWithVoid();
    }

    /** How far an adapter had read; empty where it never did. */
    public Uni<Optional<String>> cursor(UUID account, String folder) {
        return cursors.value(account, folder);
    }

    private static Accepted accepted(Written written) {
        return new Accepted(written.conversation(), written.repeated());
    }

    private Inbound withoutOurselves(Inbound inbound) {
        if (!(inbound instanceof Arrival arrival)) {
            return inbound;
        }
        return new Arrival(
                arrival.account(),
                arrival.dedupKeys(),
                arrival.at(),
                arrival.hints(),
                arrival.threadKeys(),
                arrival.origin(),
                arrival.from(),
                others(arrival.to()),
                others(arrival.cc()),
                arrival.subject(),
                arrival.content(),
                arrival.externalId(),
                arrival.trust(),
                arrival.kind());
    }

    private List<Address> others(List<Address> addresses) {
        return addresses.stream()
                .filter(address -> accounts.present().stream().noneMatch(account -> account.owns(address)))
                .toList();
    }

    private Uni<Raw> kept(RawInput input) {
        if (input.bytes().length <= LARGE) {
            return Uni.createFrom().item(() -> raw(input, null));
        }
        return Uni.createFrom()
                .item(() -> raw(input, files.store(input.bytes()).sha256()))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private static Raw raw(RawInput input, @Nullable String sha256) {
        return new Raw(
                input.id(),
                input.account(),
                input.type().word(),
                input.at(),
                input.from(),
                input.to(),
                input.bytes().length,
                sha256,
                sha256 == null ? input.bytes() : null);
    }
}
