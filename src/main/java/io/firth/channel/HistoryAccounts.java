package io.firth.channel;

import io.firth.channel.Account.State;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Where conversations of another system belong. An e-mail conversation goes on by the mailbox there is, so that agents can answer
 * it; whatever else, or where there are several, has an account of its own that neither sends nor receives: a channel's own
 * figures and queues are about what came by it.
 */
@Singleton
public class HistoryAccounts {

    private final Accounts accounts;

    HistoryAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    public Uni<UUID> of(ChannelType type) {
        var mailboxes = accounts.present().stream()
                .filter(account -> account.type() == ChannelType.EMAIL)
                .toList();
        return type == ChannelType.EMAIL && mailboxes.size() == 1
                ? Uni.createFrom().item(mailboxes.getFirst().id())
                : own(type);
    }

    /** It is one that was removed from the beginning, by which whoever answers is told at once that nothing goes out. */
    private Uni<UUID> own(ChannelType type) {
        var id = UUID.nameUUIDFromBytes(("history of " + type.word()).getBytes(StandardCharsets.UTF_8));
        if (accounts.knows(id)) {
            return Uni.createFrom().item(id);
        }
        var account =
                new Account(id, type, "Import: " + type.word(), "import", List.of(), State.REMOVED, Settings.NONE);
        return accounts.reload()
                .chain(all -> accounts.knows(id)
                        ? Uni.createFrom().item(account)
                        : accounts.add(
                                account, (session, added) -> Uni.createFrom().voidItem()))
                .map(Account::id);
    }
}
