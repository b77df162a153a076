package io.firth.customer;

import io.firth.conversation.NotFound;
import io.firth.customer.Contact.Identity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;

/** The people who write to us. */
@Singleton
public class Contacts {

    private final Mutiny.SessionFactory database;

    Contacts(Mutiny.SessionFactory database) {
        this.database = database;
    }

    /** Fails with {@link NotFound}. */
    public Uni<Contact> find(UUID id) {
        return database.withStatelessSession(session -> session.get(ContactRow.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("contact", id))
                .chain(row -> identities(session, id).map(identities -> contact(row, identities))));
    }

    private static Uni<List<Identity>> identities(StatelessSession session, UUID contact) {
        return session.createSelectionQuery(
                        "select new io.firth.customer.Contact$Identity(kind, value, verified)"
                                + " from IdentityRow where contact = :contact order by kind, value",
                        Identity.class)
                .setParameter("contact", contact)
                .getResultList();
    }

    private static Contact contact(ContactRow row, List<Identity> identities) {
        return new Contact(row.id, row.name, row.createdAt, identities);
    }
}
