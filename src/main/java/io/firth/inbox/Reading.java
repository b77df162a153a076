package io.firth.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firth.conversation.Address;
import io.firth.conversation.Conversation;
import io.firth.conversation.NotFound;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What agents read: pages of lists, whole conversations, parts of them. Nothing leaves here that the reader may not see. */
@Singleton
public class Reading {

    /** A thread longer than this is fetched on by the pages of its interactions. */
    private static final int WHOLE = 1000;

    private final Items items;
    private final Journal journal;
    private final InteractionViews views;
    private final MergeOffers offers;

    Reading(Items items, Journal journal, InteractionViews views, MergeOffers offers) {
        this.items = items;
        this.journal = journal;
        this.views = views;
        this.offers = offers;
    }

    /** @param position up to where the page is certainly complete */
    record ListPage(
            long position, List<Item> items, @Nullable String next) {}

    /**
     * @param participants whose messages may join; {@code unverified} joined by a reply token only
     * @param mergeOffers conversations that this one may belong to
     */
    record Whole(
            @JsonUnwrapped Item item,
            List<Address> participants,
            List<Address> unverified,
            List<MergeOffers.Offer> mergeOffers,
            List<InteractionView> interactions) {}

    record InteractionPage(
            long position,
            List<InteractionView> items,
            @Nullable Integer next) {}

    Uni<ListPage> list(Query query, Access access) {
        return journal.position().chain(position -> items.page(query, access).map(page -> page(position, page)));
    }

    /** Fails with {@link NotFound} where there is none or the caller may not see it. */
    public Uni<Item> item(UUID id, Access access) {
        return items.one(id, access).onItem().ifNull().failWith(() -> new NotFound("conversation", id));
    }

    /** As the one who has just changed it sees it, even if that was what took it out of sight. */
    public Uni<Item> changed(UUID id, Access access) {
        return items.one(id, access.agent()).onItem().ifNull().failWith(() -> new NotFound("conversation", id));
    }

    Uni<Whole> whole(UUID id, Access access) {
        return item(id, access).chain(item -> offers.of(item, access)
                .chain(offered -> journal.conversation(id).chain(conversation -> journal.of(id, 0, WHOLE)
                        .map(recorded -> whole(item, conversation, offered, recorded)))));
    }

    Uni<InteractionPage> interactions(UUID id, int after, int limit, Access access) {
        return item(id, access).chain(item -> journal.of(id, after, limit)
                .map(recorded -> new InteractionPage(item.position(), views.of(recorded), nextAfter(recorded, limit))));
    }

    /** Fails with {@link NotFound} where there is no such interaction. */
    Uni<Recorded> interaction(UUID id, int seq, Access access) {
        return item(id, access).chain(item -> journal.of(id, seq - 1, 1)).map(recorded -> recorded.stream()
                .filter(each -> each.entry().seq() == seq)
                .findFirst()
                .orElseThrow(() -> new NotFound("interaction", seq)));
    }

    /** What happened after the item was read is left out, so that all of it is of one position. */
    private Whole whole(
            Item item, Conversation conversation, List<MergeOffers.Offer> offered, List<Recorded> recorded) {
        var upToItem = recorded.stream()
                .filter(each -> each.entry().seq() <= item.seq())
                .toList();
        return new Whole(
                item,
                conversation.parties().verified(),
                conversation.parties().unverified(),
                offered,
                views.of(upToItem));
    }

    private static ListPage page(long position, Items.Page page) {
        var next = page.next();
        return new ListPage(position, page.items(), next == null ? null : next.text());
    }

    private static @Nullable Integer nextAfter(List<Recorded> recorded, int limit) {
        return recorded.size() < limit ? null : recorded.getLast().entry().seq();
    }
}
