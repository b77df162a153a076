package io.firth.channel;

import io.firth.channel.Account.State;
import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.home.Home;
import io.firth.journal.Stages;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The connected places of every channel. */
@Singleton
public class Accounts {

    private final Mutiny.SessionFactory database;
    private final Home home;
    private final Seal seal;
    private volatile List<Account> all = List.of();

    Accounts(Mutiny.SessionFactory database, Home home, Seal seal) {
        this.database = database;
        this.home = home;
        this.seal = seal;
    }

    /** Those that take part now, from memory, the oldest first. */
    public List<Account> active() {
        return all.stream().filter(account -> account.state() == State.ACTIVE).toList();
    }

    /** Those that take part now or may again. */
    public List<Account> present() {
        return all.stream().filter(account -> account.state() != State.REMOVED).toList();
    }

    /** One that takes part now or may again. */
    public Optional<Account> find(UUID id) {
        return present().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /** Whether there is or was such a one. */
    boolean knows(UUID id) {
        return all.stream().anyMatch(account -> account.id().equals(id));
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::loadOrBegin);
    }

    /** Reads them again, as another node may have changed them. */
    Uni<List<Account>> reload() {
        return database.withStatelessSession(this::load).invoke(loaded -> all = loaded);
    }

    /** What is written in the same transaction as a change of an account. */
    interface Beside {
        Uni<Void> write(Mutiny.StatelessSession session, Account account);
    }

    Uni<Account> add(Account account, Beside beside) {
        return database.withStatelessTransaction(session ->
                        session.insert(AccountRow.of(account, seal)).chain(() -> beside.write(session, account)))
                .chain(() -> reload())
                .map(loaded -> account);
    }

    /** Fails with {@link NotFound} where it was removed or never was. */
    Uni<Account> change(UUID id, UnaryOperator<Account> change, Beside beside) {
        return database.withStatelessTransaction(session -> session.get(AccountRow.class, id)
                        .onItem()
                        .ifNull()
                        .failWith(() -> new NotFound("account", id))
                        .map(row -> changed(row, change))
                        .call(session::update)
                        .map(row -> row.toDomain(seal))
                        .call(account -> beside.write(session, account)))
                .call(() -> reload());
    }

    private AccountRow changed(AccountRow row, UnaryOperator<Account> change) {
        var before = row.toDomain(seal);
        if (before.state() == State.REMOVED) {
            throw new NotFound("account", row.id);
        }
        var next = AccountRow.of(change.apply(before), seal);
        next.createdAt = row.createdAt;
        return next;
    }

    private Uni<List<Account>> loadOrBegin() {
        return database.withStatelessTransaction(session -> load(session)
                        .chain(known -> known.isEmpty()
                                ? begin(session)
                                : Uni.createFrom().item(known)))
                .invoke(loaded -> all = loaded);
    }

    private Uni<List<Account>> load(Mutiny.StatelessSession session) {
        return session.createSelectionQuery("from AccountRow order by createdAt, id", AccountRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(row -> row.toDomain(seal)).toList());
    }

    /**
     * So that the first message has a place to land: an account that takes mail for everybody until somebody names its addresses,
     * and a chat that our own pages may show.
     */
    private Uni<List<Account>> begin(Mutiny.StatelessSession session) {
        var support =
                account(ChannelType.EMAIL, "Support", "support@" + home.url().getHost(), Settings.NONE);
        var origin = home.url().getScheme() + "://" + home.url().getRawAuthority();
        var chat = account(ChannelType.CHAT, "Website chat", origin, Settings.of(Map.of("origins", origin), Map.of()));
        Log.infof("The e-mail account %s takes in mail for every address", support.address());
        var second = AccountRow.of(chat, seal);
        second.createdAt = second.createdAt.plusMillis(1);
        return session.insert(AccountRow.of(support, seal))
                .chain(() -> session.insert(second))
                .replaceWith(List.of(support, chat));
    }

    private static Account account(ChannelType type, String name, String address, Settings settings) {
        var accepts = type == ChannelType.EMAIL ? List.of("*") : List.<String>of();
        return new Account(Ids.next(), type, name, address, accepts, State.ACTIVE, settings);
    }
}
