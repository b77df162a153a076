package io.firth.inbox.contact;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firth.conversation.NotFound;
import io.firth.customer.Contact;
import io.firth.customer.Contacts;
import io.firth.http.Line;
import io.firth.inbox.Item;
import io.firth.inbox.Items;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Contacts, beside their conversations. Whoever may see none of these may not know of the contact either. */
@Path("/api/contacts")
@RolesAllowed(Role.AGENTS)
class ContactsResource {

    private final Contacts contacts;
    private final People people;
    private final Timeline timeline;
    private final Items items;
    private final SecurityIdentity caller;

    ContactsResource(Contacts contacts, People people, Timeline timeline, Items items, SecurityIdentity caller) {
        this.contacts = contacts;
        this.people = people;
        this.timeline = timeline;
        this.items = items;
        this.caller = caller;
    }

    /**
     * @param conversations the newest twenty that the caller may see
     * @param timeline its first page
     */
    record ContactView(@JsonUnwrapped Contact contact, List<Item> conversations, Timeline.TimelinePage timeline) {}

    record ContactChange(
            @Nullable @Line @Size(max = 200) String name,
            @Nullable @Size(max = 20_000) String notes) {}

    record Other(@NotNull UUID other) {}

    @GET
    public Uni<People.PeoplePage> list(
            @QueryParam("q") @DefaultValue("") @Size(max = 200) String q,
            @QueryParam("blocked") @Nullable Boolean blocked,
            @QueryParam("after") @Nullable UUID after) {
        return people.find(q, blocked, after, access());
    }

    @GET
    @Path("/{id}")
    public Uni<ContactView> one(UUID id) {
        return contacts.namesOf(id).chain(names -> items.ofContact(names, access())
                .invoke(conversations -> requireSome(id, conversations))
                .chain(conversations -> view(id, names, conversations)));
    }

    /** The page before the position {@code before}; the newest without it. */
    @GET
    @Path("/{id}/timeline")
    public Uni<Timeline.TimelinePage> timeline(UUID id, @QueryParam("before") @Nullable Long before) {
        return seen(id).chain(names -> timeline.page(names, before == null ? Long.MAX_VALUE : before, access()));
    }

    @PATCH
    @Path("/{id}")
    public Uni<ContactView> change(UUID id, @Valid @NotNull ContactChange change) {
        return seen(id).chain(names -> contacts.change(id, change.name(), change.notes()))
                .chain(changed -> one(id));
    }

    @POST
    @Path("/{id}/identities")
    public Uni<ContactView> add(UUID id, @Valid @NotNull NewIdentity identity) {
        return seen(id).chain(names -> contacts.add(access().agent(), id, identity.kind(), identity.canonical()))
                .chain(changed -> one(id));
    }

    /** From now on the other one is this one. */
    @POST
    @Path("/{id}/merge")
    public Uni<ContactView> merge(UUID id, @Valid @NotNull Other other) {
        return seen(id).chain(names -> seen(other.other()))
                .chain(names -> contacts.merge(access().agent(), id, other.other()))
                .chain(merged -> one(id));
    }

    @PUT
    @Path("/{id}/block")
    public Uni<Void> block(UUID id) {
        return seen(id).chain(names -> contacts.block(access().agent(), id, true));
    }

    @DELETE
    @Path("/{id}/block")
    public Uni<Void> unblock(UUID id) {
        return seen(id).chain(names -> contacts.block(access().agent(), id, false));
    }

    /** @return all ids of the contact, if the caller may know of it */
    private Uni<List<UUID>> seen(UUID id) {
        return contacts.namesOf(id).call(names -> items.ofContact(names, access())
                .invoke(conversations -> requireSome(id, conversations)));
    }

    private static void requireSome(UUID id, List<Item> conversations) {
        if (conversations.isEmpty()) {
            throw new NotFound("contact", id);
        }
    }

    private Uni<ContactView> view(UUID id, List<UUID> names, List<Item> conversations) {
        return timeline.page(names, Long.MAX_VALUE, access())
                .chain(page -> contacts.find(id).map(contact -> new ContactView(contact, conversations, page)));
    }

    private Access access() {
        return Access.of(caller);
    }
}
