package io.firth.inbox.status;

import io.firth.conversation.Category;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.conversation.Status;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The statuses of this deployment: free names, each in a category that lists and figures understand. */
@Singleton
public class Statuses {

    private final Mutiny.SessionFactory database;

    Statuses(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** @param category in lower case; @param rank the place among all, the smallest first */
    record NamedStatus(String id, String name, String category, int rank) {}

    /** Null where there is no such status. */
    public Uni<@Nullable Status> find(String id) {
        return database.withStatelessSession(session -> session.get(StatusRow.class, id))
                .map(row -> row == null ? null : new Status(row.id, category(row)));
    }

    Uni<List<NamedStatus>> all() {
        return database.withStatelessSession(session -> session.createSelectionQuery(
                        "select new io.firth.inbox.status.Statuses$NamedStatus(id, name, category, rank)"
                                + " from StatusRow order by rank, id",
                        NamedStatus.class)
                .getResultList());
    }

    /** Its id comes from its first name and stays when it is renamed. Fails with {@link Refused} where that is taken. */
    Uni<NamedStatus> add(String name, Category category) {
        var row = new StatusRow(slug(name), name, category.name().toLowerCase(Locale.ROOT), 100);
        return database.withStatelessTransaction(session -> session.get(StatusRow.class, row.id)
                        .invoke(Statuses::refuseTaken)
                        .chain(() -> session.insert(row)))
                .replaceWith(() -> named(row));
    }

    Uni<NamedStatus> change(String id, @Nullable String name, @Nullable Integer rank) {
        return database.withStatelessTransaction(session -> load(session, id)
                .invoke(row -> {
                    row.name = name == null ? row.name : name;
                    row.rank = rank == null ? row.rank : rank;
                })
                .call(session::update)
                .map(Statuses::named));
    }

    /** A status that every deployment has, or that a conversation stands in, is refused. */
    Uni<Void> remove(String id) {
        if (Arrays.stream(Category.values()).map(Status::of).anyMatch(builtIn -> builtIn.id()
                .equals(id))) {
            throw new Refused("status.built_in", "This status can be renamed, not removed.");
        }
        return database.withStatelessTransaction(session ->
                load(session, id).call(row -> refuseUsed(session, id)).chain(session::delete));
    }

    private static Uni<StatusRow> load(StatelessSession session, String id) {
        return session.get(StatusRow.class, id).onItem().ifNull().failWith(() -> new NotFound("status", id));
    }

    private static Uni<Void> refuseUsed(StatelessSession session, String id) {
        return session.createNativeQuery("select exists (select 1 from conversation where status = ?1)", Boolean.class)
                .setParameter(1, id)
                .getSingleResult()
                .invoke(used -> {
                    if (used) {
                        throw new Refused("status.used", "Conversations stand in this status; move them first.");
                    }
                })
                .replaceWithVoid();
    }

    private static void refuseTaken(@Nullable StatusRow existing) {
        if (existing != null) {
            throw new Refused("status.taken", "There is a status of that name already.");
        }
    }

    private static String slug(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        var slug = plain.replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        if (slug.isEmpty()) {
            throw new Refused("status.nameless", "A status needs a name with letters or digits.");
        }
        return slug;
    }

    private static Category category(StatusRow row) {
        return Category.valueOf(row.category.toUpperCase(Locale.ROOT));
    }

    private static NamedStatus named(StatusRow row) {
        return new NamedStatus(row.id, row.name, row.category, row.rank);
    }
}
