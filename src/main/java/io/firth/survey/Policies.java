package io.firth.survey;

import io.firth.channel.Account;
import io.firth.staff.audit.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** What administrators have decided about each account. */
@Singleton
public class Policies {

    private final Mutiny.SessionFactory database;
    private final Audit audit;

    Policies(Mutiny.SessionFactory database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** Read each time: another node may have changed it. */
    public Uni<Policy> of(Account account) {
        return database.withStatelessSession(session -> session.get(PolicyRow.class, account.id()))
                .map(row -> row == null ? Policy.of(account.type()) : row.toDomain());
    }

    record Decided(Account account, Policy policy) {}

    Uni<List<Decided>> of(List<Account> accounts) {
        return database.withStatelessSession(session -> session.createSelectionQuery("from PolicyRow", PolicyRow.class)
                        .getResultList())
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> row.account, PolicyRow::toDomain)))
                .map(known -> accounts.stream()
                        .map(account ->
                                new Decided(account, known.getOrDefault(account.id(), Policy.of(account.type()))))
                        .toList());
    }

    Uni<Void> decide(UUID administrator, Account account, Policy policy) {
        return database.withStatelessTransaction(session -> session.upsert(PolicyRow.of(account.id(), policy))
                .chain(() -> audit.record(session, administrator, "survey.policy", account.name())));
    }
}
