package io.firth.customer;

import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.customer.Contact.Identity;
import io.firth.http.Problem;
import io.firth.staff.audit.Audit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The people who write to us. Two that turn out to be the same become one: the other stays as a name for it, so that what was
 * said to it needs no rewriting.
 */
@Singleton
public class Contacts {

    private final Mutiny.SessionFactory database;
    private final Audit audit;

    Contacts(Mutiny.SessionFactory database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /**
     * A query for the ids of those with a part of a name or an address; those merged into others are found by the others' ids.
     *
     * @param part what stands in the statement for a pattern of {@code like}
     */
    public static String named(String part) {
        return """
                select coalesce(k.merged_into, k.id) from contact k where folded(k.name) like folded(%1$s)
                union select i.contact from identity i where i.value like lower(%1$s)""".formatted(part);
    }

    /** One that was merged into another is that other. Fails with {@link NotFound}. */
    public Uni<Contact> find(UUID id) {
        return database.withStatelessSession(session -> load(session, id).chain(row -> contact(session, row)));
    }

    /** All ids that stand for the same as this one, its own among them; none if there is no such contact. */
    public Uni<List<UUID>> namesOf(UUID id) {
        return database.withStatelessSession(session -> session.createSelectionQuery("""
                        select k.id from ContactRow k where coalesce(k.mergedInto, k.id) =
                          (select coalesce(o.mergedInto, o.id) from ContactRow o where o.id = :id)""", UUID.class)
                .setParameter("id", id)
                .getResultList());
    }

    /** @param name null: as it is; so {@code notes} */
    public Uni<Contact> change(UUID id, @Nullable String name, @Nullable String notes) {
        return database.withStatelessTransaction(session -> locked(session, id)
                .invoke(row -> {
                    row.name = name == null ? row.name : name.strip();
                    row.notes = notes == null ? row.notes : notes;
                })
                .call(session::update)
                .chain(row -> contact(session, row)));
    }

    /**
     * Gives a contact one more address. Nothing proves that it is theirs. Fails with a problem {@code identity.taken} that names
     * the contact who has it.
     */
    public Uni<Contact> add(UUID agent, UUID id, String kind, String value) {
        return database.withStatelessTransaction(session -> locked(session, id)
                .call(row -> insert(session, row, kind, value))
                .call(row -> audit.record(session, agent, "contact.identity", row.title() + " " + value))
                .chain(row -> contact(session, row)));
    }

    /** All addresses of the other one are this one's from now on; what one of them was blocked for, both are. */
    public Uni<Contact> merge(UUID agent, UUID id, UUID other) {
        return database.withStatelessTransaction(session ->
                lockedInOrder(session, id, other).chain(both -> merge(session, agent, both.get(0), both.get(1))));
    }

    /** What they write from now on is kept, and nobody is told; or that ends. */
    public Uni<Void> block(UUID agent, UUID id, boolean blocked) {
        return database.withStatelessTransaction(session -> locked(session, id)
                .chain(row -> (row.blockedAt != null) == blocked
                        ? Uni.createFrom().voidItem()
                        : block(session, agent, row, blocked)));
    }

    private Uni<Void> block(StatelessSession session, UUID agent, ContactRow row, boolean blocked) {
        row.blockedAt = blocked ? Instant.now() : null;
        return session.update(row)
                .chain(() ->
                        audit.record(session, agent, blocked ? "contact.blocked" : "contact.unblocked", row.title()));
    }

    private Uni<Contact> merge(StatelessSession session, UUID agent, ContactRow into, ContactRow other) {
        into.blockedAt = into.blockedAt == null ? other.blockedAt : into.blockedAt;
        into.name = into.name == null ? other.name : into.name;
        into.notes = Stream.of(into.notes, other.notes)
                .filter(notes -> !notes.isBlank())
                .collect(Collectors.joining("\n\n"));
        return session.update(into)
                .chain(() ->
                        move(session, "update IdentityRow set contact = :into where contact = :other", into, other))
                .chain(() -> move(
                        session,
                        "update ContactRow set mergedInto = :into where id = :other or mergedInto = :other",
                        into,
                        other))
                .chain(() -> audit.record(session, agent, "contact.merged", other.title() + " → " + into.title()))
                .chain(() -> contact(session, into));
    }

    private static Uni<Integer> move(StatelessSession session, String statement, ContactRow into, ContactRow other) {
        return session.createMutationQuery(statement)
                .setParameter("into", into.id)
                .setParameter("other", other.id)
                .executeUpdate();
    }

    /** The journal may meet the same address for the first time in this moment: the first one has it. */
    private static Uni<Void> insert(StatelessSession session, ContactRow row, String kind, String value) {
        return session.createNativeQuery(
                        "insert into identity (kind, value, contact) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, kind)
                .setParameter(2, value)
                .setParameter(3, row.id)
                .executeUpdate()
                .chain(() -> session.get(IdentityRow.class, new IdentityRow.Key(kind, value)))
                .invoke(identity -> refuseTaken(identity, row))
                .replaceWithVoid();
    }

    private static void refuseTaken(IdentityRow identity, ContactRow row) {
        if (!identity.contact.equals(row.id)) {
            throw new Problem(
                            409,
                            "identity.taken",
                            "This address is another contact's",
                            "Somebody else has this address. If they are the same, merge them.")
                    .with("contact", identity.contact);
        }
    }

    private static Uni<ContactRow> load(StatelessSession session, UUID id) {
        return session.get(ContactRow.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("contact", id))
                .chain(row -> row.mergedInto == null
                        ? Uni.createFrom().item(row)
                        : session.get(ContactRow.class, row.mergedInto));
    }

    private static Uni<ContactRow> locked(StatelessSession session, UUID id) {
        return load(session, id).chain(row -> session.get(ContactRow.class, row.id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Locked in the order of their ids, so that two who merge the same two do not wait for each other; given as asked for. */
    private static Uni<List<ContactRow>> lockedInOrder(StatelessSession session, UUID id, UUID other) {
        return load(session, id).chain(into -> load(session, other).chain(from -> {
            if (into.id.equals(from.id)) {
                throw new Refused("contact.same", "These are one contact already.");
            }
            return into.id.compareTo(from.id) < 0
                    ? pair(session, into.id, from.id)
                    : pair(session, from.id, into.id).map(List::reversed);
        }));
    }

    private static Uni<List<ContactRow>> pair(StatelessSession session, UUID first, UUID second) {
        return locked(session, first).chain(one -> locked(session, second).map(two -> List.of(one, two)));
    }

    private static Uni<Contact> contact(StatelessSession session, ContactRow row) {
        return identities(session, row.id)
                .map(identities ->
                        new Contact(row.id, row.name, row.createdAt, row.blockedAt != null, row.notes, identities));
    }

    private static Uni<List<Identity>> identities(StatelessSession session, UUID contact) {
        return session.createSelectionQuery(
                        "select new io.firth.customer.Contact$Identity(kind, value, verified)"
                                + " from IdentityRow where contact = :contact order by kind, value",
                        Identity.class)
                .setParameter("contact", contact)
                .getResultList();
    }
}
