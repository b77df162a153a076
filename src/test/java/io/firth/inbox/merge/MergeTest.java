package io.firth.inbox.merge;

import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Origin;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MergeTest {

    private SignedIn anna;
    private UUID first;
    private UUID second;
    private Address nell;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        first = Desk.openedBy(Desk.somebody(), "Parcel", "Where is it?");
        nell = Desk.somebody();
        second = Desk.openedBy(nell, "Parcel again", "Where is it now?");
    }

    @Test
    void aConversationGoesOnInAnotherAndBothSaySo() {
        // When
        merge(second, first).statusCode(200).body("id", equalTo(first.toString()));

        // Then
        whole(second)
                .body("merged_into.id", equalTo(first.toString()))
                .body("merged_into.number", equalTo(number(first)))
                .body("status_category", equalTo("resolved"))
                .body("interactions.type", hasItem("merged_into"));
        whole(first).body("merged_into", nullValue()).body("interactions.type", hasItem("merged"));
        reply(second).statusCode(422).body("type", endsWith("/problems/conversation.merged"));
    }

    @Test
    void whatComesForTheOneComesToTheOther() {
        merge(second, first).statusCode(200);

        Desk.writesAgain(nell, second, Origin.HUMAN, "And now?");

        whole(first).body("interactions.text", hasItem("And now?"));
    }

    @Test
    void aMergeIsUndone() {
        merge(second, first).statusCode(200);

        separate(second).statusCode(200).body("id", equalTo(second.toString())).body("merged_into", nullValue());

        whole(second).body("status_category", equalTo("open"));
        separate(second).statusCode(422).body("type", endsWith("/problems/conversation.not_merged"));
    }

    @Test
    void itselfAndWhatIsNotThereAreRefused() {
        merge(first, first).statusCode(422).body("type", endsWith("/problems/merge.itself"));
        merge(first, UUID.randomUUID()).statusCode(404);
        merge(second, first).statusCode(200);
        merge(second, first).statusCode(422);
    }

    @Test
    void nothingIsMergedIntoWhatIsOutOfSight() {
        var secret = SignedIn.team("Secret", true);
        Desk.does(SignedIn.as(Role.SUPERVISOR).agent(), first, new Command.AssignTeam(secret));

        merge(second, first).statusCode(404);
        whole(second).body("seq", equalTo(1));
    }

    @Test
    void aNumberInASubjectOffersAMergeAndNothingMore() {
        // When
        var third = Desk.openedBy(Desk.somebody(), "Re: parcel [#%d] #99999999999".formatted(number(first)), "Hello");

        // Then
        whole(third)
                .body("merge_offers.id", equalTo(java.util.List.of(first.toString())))
                .body("merge_offers[0].number", equalTo(number(first)))
                .body("merge_offers[0].subject", equalTo("Parcel"))
                .body("merge_offers[0].reason", equalTo("subject"))
                .body("merged_into", nullValue());
    }

    @Test
    void theSameContactsOpenConversationsAreOffered() {
        // Given
        var nell = Desk.somebody();
        var one = Desk.openedBy(nell, "One", "Hello");

        // When
        var two = Desk.openedBy(nell, "Two", "Hello");

        // Then
        whole(two)
                .body("merge_offers.id", equalTo(java.util.List.of(one.toString())))
                .body("merge_offers[0].reason", equalTo("contact"));
        Desk.does(
                anna.agent(),
                one,
                new Command.SetStatus(io.firth.conversation.Status.of(io.firth.conversation.Category.RESOLVED), null));
        whole(two).body("merge_offers", empty());
    }

    @Test
    void whatIsMergedOrOutOfSightIsNotOffered() {
        var nell = Desk.somebody();
        var one = Desk.openedBy(nell, "One", "Hello");
        var two = Desk.openedBy(nell, "Two", "Hello");
        var three = Desk.openedBy(nell, "Three", "Hello");
        var secret = SignedIn.team("Secret", true);

        merge(one, two).statusCode(200);
        Desk.does(SignedIn.as(Role.SUPERVISOR).agent(), three, new Command.AssignTeam(secret));

        whole(two).body("merge_offers.id", not(hasItem(one.toString()))).body("merge_offers", empty());
        whole(one).body("merge_offers", empty());
    }

    private ValidatableResponse merge(UUID from, UUID into) {
        return anna.request()
                .body("{\"into\":\"%s\"}".formatted(into))
                .post("/api/conversations/{id}/merge", from)
                .then();
    }

    private ValidatableResponse separate(UUID id) {
        return anna.request().post("/api/conversations/{id}/separate", id).then();
    }

    private ValidatableResponse reply(UUID id) {
        return anna.request()
                .body("{\"kind\":\"reply\",\"text\":\"Hello\",\"base_seq\":99}")
                .post("/api/conversations/{id}/messages", id)
                .then();
    }

    private ValidatableResponse whole(UUID id) {
        return anna.request().get("/api/conversations/{id}", id).then().statusCode(200);
    }

    private int number(UUID id) {
        return anna.request().get("/api/conversations/{id}", id).path("number");
    }
}
