package io.firth.channel;

import io.firth.conversation.Ids;
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
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The connected places of every channel. */
@Singleton
public class Accounts {

    private final Mutiny.SessionFactory database;
    private final Home home;
    private volatile List<Account> active = List.of();

    Accounts(Mutiny.SessionFactory database, Home home) {
        this.database = database;
        this.home = home;
    }

    /** Those that take part now, from memory. */
    public List<Account> active() {
        return active;
    }

    public Optional<Account> find(UUID id) {
        return active.stream().filter(account -> account.id().equals(id)).findFirst();
    }

    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) throws Throwable {
        active = VertxContextSupport.subscribeAndAwait(this::loadOrBegin);
    }

    private Uni<List<Account>> loadOrBegin() {
        return database.withStatelessTransaction(session -> load(session)
                .chain(known ->
                        known.isEmpty() ? begin(session) : Uni.createFrom().item(known)));
    }

    private static Uni<List<Account>> load(Mutiny.StatelessSession session) {
        return session.createSelectionQuery("from AccountRow where active order by createdAt", AccountRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(AccountRow::toDomain).toList());
    }

    /** So that the first mail has a place to land: an account that takes everything until somebody names its addresses. */
    private Uni<List<Account>> begin(Mutiny.StatelessSession session) {
        var host = home.url().getHost();
        var support = new Account(Ids.next(), ChannelType.EMAIL, "Support", "support@" + host, List.of("*"));
        Log.infof("The e-mail account %s takes in mail for every address", support.address());
        return session.insert(AccountRow.of(support)).replaceWith(List.of(support));
    }
}
