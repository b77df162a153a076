package io.firth.inbox.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Origin;
import io.firth.journal.Samples;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ContactsTest {

    private SignedIn anna;
    private Address nell;
    private UUID conversation;
    private String contact;

    @BeforeEach
    void open() {
        anna = SignedIn.as("Anna", Role.AGENT);
        nell = Desk.somebody();
        conversation = Desk.openedBy(nell, "Parcel", "Where is it?");
        contact = contactOf(conversation);
    }

    @Test
    void aContactIsShownWithAllThatIsKnown() {
        get(contact)
                .statusCode(200)
                .body("id", equalTo(contact))
                .body("name", equalTo(nell.name()))
                .body("blocked", equalTo(false))
                .body("notes", equalTo(""))
                .body("identities.value", contains(nell.value()))
                .body("conversations.id", contains(conversation.toString()))
                .body("timeline.items[0].interaction.text", equalTo("Where is it?"))
                .body("timeline.items[0].conversation.id", equalTo(conversation.toString()))
                .body("timeline.next", nullValue());
    }

    @Test
    void agentsCallThemAndRememberOfThemWhatTheyLike() {
        change("{\"name\":\" Nell Gwyn \",\"notes\":\"Likes oranges\"}")
                .statusCode(200)
                .body("name", equalTo("Nell Gwyn"))
                .body("notes", equalTo("Likes oranges"));
        change("{\"notes\":\"\"}")
                .statusCode(200)
                .body("name", equalTo("Nell Gwyn"))
                .body("notes", equalTo(""));
        change("{\"name\":\"\"}").statusCode(400);
        anna.request().get("/api/conversations/{id}", conversation).then().body("contact.name", equalTo("Nell Gwyn"));
    }

    @Test
    void anAddressIsAddedAndBringsWhatComesFromIt() {
        // Given
        var other = Desk.somebody();

        // When
        add("email", other.value().toUpperCase(java.util.Locale.ROOT))
                .statusCode(200)
                .body("identities.value", hasItem(other.value()))
                .body("identities.find { it.value == '%s' }.verified".formatted(other.value()), equalTo(false));

        // Then
        var next = Desk.openedBy(other, "Again", "Me again");
        assertThat(contactOf(next)).isEqualTo(contact);
        get(contact).body("conversations.size()", equalTo(2));
    }

    @Test
    void anotherContactsAddressIsNotTakenAway() {
        var other = Desk.somebody();
        var owner = contactOf(Desk.openedBy(other, "Mine", "Hello"));

        add("email", other.value())
                .statusCode(409)
                .body("type", endsWith("/problems/identity.taken"))
                .body("contact", equalTo(owner));
        add("email", nell.value()).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"email,nobody", "email,a@b@c", "phone,call me", "phone,12"})
    void whatIsNoAddressIsRefused(String kind, String value) {
        add(kind, value).statusCode(422).body("type", endsWith("/problems/identity.malformed"));
        add("E MAIL", "a@b.example").statusCode(400);
    }

    @Test
    void aPhoneIsWrittenInOneWay() {
        var number = "+49 (30) " + Math.abs(conversation.getLeastSignificantBits() % 100_000_000_000L);
        add("phone", number).statusCode(200).body("identities.value", hasItem(number.replaceAll("[ ()]", "")));
    }

    @Test
    void twoWhoAreOneBecomeOne() {
        // Given
        var other = Desk.somebody();
        var theirs = Desk.openedBy(other, "Theirs", "Hello from elsewhere");
        var second = contactOf(theirs);

        // When
        merge(contact, second)
                .statusCode(200)
                .body("id", equalTo(contact))
                .body("identities.value", hasItem(other.value()))
                .body("conversations.id", hasItem(theirs.toString()))
                .body("timeline.items.interaction.text", hasItem("Hello from elsewhere"));

        // Then: the other one is this one, everywhere
        get(second).statusCode(200).body("id", equalTo(contact));
        assertThat(contactOf(theirs)).isEqualTo(contact);
        assertThat(contactOf(Desk.openedBy(other, "Later", "Once more"))).isEqualTo(contact);
        merge(contact, second).statusCode(422).body("type", endsWith("/problems/contact.same"));
        SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .get("/api/audit")
                .then()
                .body(
                        "items.findAll { it.action == 'contact.merged' }.subject.join()",
                        org.hamcrest.Matchers.containsString(contact));
    }

    @Test
    void aMergeOfMergedOnesEndsInOne() {
        var second = contactOf(Desk.openedBy(Desk.somebody(), "B", "b"));
        var third = contactOf(Desk.openedBy(Desk.somebody(), "C", "c"));

        merge(second, third).statusCode(200);
        merge(contact, second).statusCode(200);

        get(third).body("id", equalTo(contact)).body("conversations.size()", equalTo(3));
        merge(third, contact).statusCode(422);
    }

    @Test
    void whatABlockedContactWritesIsKeptAsSpam() {
        // When
        block(contact).statusCode(204);
        block(contact).statusCode(204);

        // Then
        get(contact).body("blocked", equalTo(true));
        var next = Desk.openedBy(nell, "Buy this", "Cheap");
        anna.request()
                .get("/api/conversations/{id}", next)
                .then()
                .body("status_category", equalTo("spam"))
                .body("waiting_since", nullValue());

        // When
        anna.request().delete("/api/contacts/{id}/block", contact).then().statusCode(204);

        // Then
        get(contact).body("blocked", equalTo(false));
        anna.request()
                .get("/api/conversations/{id}", Desk.openedBy(nell, "Sorry", "Hello"))
                .then()
                .body("status_category", equalTo("open"));
    }

    @Test
    void spamIsMarkedAndItsContactBlocked() {
        spam(conversation, false).statusCode(200).body("status_category", equalTo("spam"));
        get(contact).body("blocked", equalTo(false));

        spam(conversation, true).statusCode(200);

        get(contact).body("blocked", equalTo(true));
        people("?blocked=true").body("items.id", hasItem(contact));
        people("?blocked=false").body("items.id", not(hasItem(contact)));
    }

    @Test
    void contactsAreFoundByNameAndAddress() {
        change("{\"name\":\"Zoë Müller-%s\"}".formatted(contact)).statusCode(200);

        people("?q=zoe%20MULLER-" + contact)
                .body("items.id", contains(contact))
                .body("items[0].identities.value", contains(nell.value()))
                .body("items[0].blocked", equalTo(false));
        people("?q=" + nell.value().substring(0, 20)).body("items.id", contains(contact));
        people("?q=" + contact + "%20nobody").body("items.size()", equalTo(0));
        people("?q=%25").statusCode(200);
    }

    @Test
    void contactsComeInPages() {
        for (int i = 0; i < 21; i++) {
            Desk.openedBy(Desk.somebody(), "Hello", "Hello");
        }
        var first = people("").body("items.size()", equalTo(20)).extract();
        var second = people("?after=" + first.path("next")).extract();

        assertThat(second.<List<String>>path("items.id")).doesNotContainAnyElementsOf(first.path("items.id"));
    }

    @Test
    void theTimelineHoldsAllThatHappenedNewestFirst() {
        // Given
        var other = Desk.openedBy(nell, "Another", "Another thing");
        Desk.does(anna.agent(), conversation, Samples.reply("On its way", 1));
        Desk.does(anna.agent(), other, new Command.WriteNote(Content.of("Look out")));
        Desk.reported(conversation, 2, DeliveryState.CAPTURED);
        for (int i = 0; i < 60; i++) {
            Desk.writesAgain(nell, other, Origin.HUMAN, "Message " + i);
        }

        // When
        var all = new ArrayList<String>();
        var page = timeline("");
        while (true) {
            all.addAll(page.extract().path("items.collect { it.interaction.type + ' ' + it.interaction.text }"));
            String next = page.extract().path("next");
            if (next == null) {
                break;
            }
            page = timeline("?before=" + next);
        }

        // Then
        assertThat(all.getFirst()).isEqualTo("message Message 59");
        assertThat(all)
                .containsSubsequence(
                        "note Look out", "message On its way", "message Another thing", "message Where is it?")
                .doesNotHaveDuplicates()
                .noneMatch(line -> line.startsWith("delivery"));
        page.body("items.find { it.interaction.text == 'On its way' }.interaction.delivery.state", equalTo("captured"));
    }

    @Test
    void theTimelineLeavesOutWhatIsOutOfSight() {
        var other = Desk.openedBy(nell, "Secret", "A secret thing");
        hide(other);

        get(contact).body("timeline.items.interaction.text", not(hasItem("A secret thing")));
        timeline("").body("items.interaction.text", not(hasItem("A secret thing")));
    }

    @Test
    void whoMaySeeNoneOfTheirConversationsDoesNotKnowOfThem() {
        var seen = contactOf(Desk.openedBy(Desk.somebody(), "Seen", "Hello"));
        hide(conversation);

        get(contact).statusCode(404);
        timeline("").statusCode(404);
        change("{\"name\":\"X\"}").statusCode(404);
        add("email", "x@y.example").statusCode(404);
        block(contact).statusCode(404);
        anna.request().delete("/api/contacts/{id}/block", contact).then().statusCode(404);
        merge(contact, seen).statusCode(404);
        merge(seen, contact).statusCode(404);
        people("?q=" + nell.value()).body("items.size()", equalTo(0));
        SignedIn.as(Role.SUPERVISOR)
                .request()
                .get("/api/contacts/{id}", contact)
                .then()
                .statusCode(200)
                .body("name", equalTo(nell.name()));
    }

    private void hide(UUID hidden) {
        var secret = SignedIn.team("Secret", true);
        Desk.does(SignedIn.as(Role.SUPERVISOR).agent(), hidden, new Command.AssignTeam(secret));
    }

    private String contactOf(UUID id) {
        return anna.request().get("/api/conversations/{id}", id).path("contact.id");
    }

    private ValidatableResponse get(String id) {
        return anna.request().get("/api/contacts/{id}", id).then();
    }

    private ValidatableResponse people(String query) {
        return anna.request()
                .urlEncodingEnabled(false)
                .get("/api/contacts" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse timeline(String query) {
        return anna.request()
                .get("/api/contacts/" + contact + "/timeline" + query)
                .then();
    }

    private ValidatableResponse change(String body) {
        return anna.request().body(body).patch("/api/contacts/{id}", contact).then();
    }

    private ValidatableResponse add(String kind, String value) {
        return anna.request()
                .body("{\"kind\":\"%s\",\"value\":\"%s\"}".formatted(kind, value))
                .post("/api/contacts/{id}/identities", contact)
                .then();
    }

    private ValidatableResponse merge(String id, String other) {
        return anna.request()
                .body("{\"other\":\"%s\"}".formatted(other))
                .post("/api/contacts/{id}/merge", id)
                .then();
    }

    private ValidatableResponse block(String id) {
        return anna.request().put("/api/contacts/{id}/block", id).then();
    }

    private ValidatableResponse spam(UUID id, boolean block) {
        return anna.request()
                .body("{\"block\":%s}".formatted(block))
                .post("/api/conversations/{id}/spam", id)
                .then();
    }
}
