package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.mime.Unreadable;
import io.firth.conversation.Inbound;
import io.firth.journal.Cursor;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Understands a mail that arrived, and hands it to {@link Intake}. */
@Singleton
public class Incoming {

    private final Entrance entrance;
    private final Supplier<List<Account>> accounts;
    private final Understanding understanding;

    @Inject
    Incoming(Intake intake, Accounts accounts, Attachments attachments, SignedIds ids, LoopGuard loops) {
        this(Entrance.of(intake), accounts::present, attachments, ids, loops);
    }

    Incoming(
            Entrance entrance,
            Supplier<List<Account>> accounts,
            Attachments attachments,
            SignedIds ids,
            LoopGuard loops) {
        this.entrance = entrance;
        this.accounts = accounts;
        this.understanding = new Understanding(accounts, attachments, ids, loops);
    }

    /** Whose address that is, if anybody's. Where several take it in alike, one that takes part now. */
    public Optional<Account> account(String address) {
        var known = accounts.get().stream()
                .filter(account -> account.state() != Account.State.REMOVED)
                .sorted(Comparator.comparing(Account::state))
                .toList();
        return Recipients.account(known, address);
    }

    /** As {@link Intake#setAside}. */
    public Uni<Accepted> setAside(RawInput raw, String reason) {
        return entrance.setAside(raw, reason, null);
    }

    /** As {@link #setAside(RawInput, String)}, and the reader has come as far as {@code cursor} in the same commit. */
    public Uni<Accepted> setAside(RawInput raw, String reason, Cursor cursor) {
        return entrance.setAside(raw, reason, cursor);
    }

    /**
     * Reads, keeps the attachments and hands over. Blocks while it reads, so it is called on a worker or a virtual thread;
     * the answer comes at the commit. Fails with {@link Unreadable} where nothing in the bytes is a mail.
     */
    public Uni<Accepted> take(RawInput raw) {
        return Uni.createFrom().item(() -> understand(raw)).chain(inbound -> entrance.accept(inbound, raw, null));
    }

    /**
     * As {@link #take}, for a reader that must get on: what cannot be understood is set aside, so that it never keeps the next
     * one waiting. Fails only where nothing could be stored.
     */
    public Uni<Accepted> takeOrSetAside(RawInput raw, Cursor cursor) {
        try {
            return entrance.accept(understand(raw), raw, cursor);
        } catch (UncheckedIOException disk) {
            return Uni.createFrom().failure(disk);
        } catch (RuntimeException unreadable) {
            Log.warnf("A mail could not be read and is set aside: %s", unreadable.getMessage());
            return entrance.setAside(raw, String.valueOf(unreadable.getMessage()), cursor);
        }
    }

    Inbound understand(RawInput raw) {
        return understanding.of(raw);
    }
}
