package io.firth.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firth.conversation.NotFound;
import io.firth.customer.Contact;
import io.firth.customer.Contacts;
import io.firth.staff.Access;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** Contacts, beside their conversations. Whoever may see none of these may not know of the contact either. */
@Path("/api/contacts")
@RolesAllowed("agent")
class ContactsResource {

    private final Contacts contacts;
    private final Items items;
    private final SecurityIdentity caller;

    ContactsResource(Contacts contacts, Items items, SecurityIdentity caller) {
        this.contacts = contacts;
        this.items = items;
        this.caller = caller;
    }

    record ContactView(@JsonUnwrapped Contact contact, List<Item> conversations) {}

    @GET
    @Path("/{id}")
    public Uni<ContactView> one(UUID id) {
        return items.ofContact(id, Access.of(caller)).chain(conversations -> view(id, conversations));
    }

    private Uni<ContactView> view(UUID id, List<Item> conversations) {
        return conversations.isEmpty()
                ? Uni.createFrom().failure(new NotFound("contact", id))
                : contacts.find(id).map(contact -> new ContactView(contact, conversations));
    }
}
