package io.firth.inbox.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.firth.Desk;
import io.firth.conversation.Attachment;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Status;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SearchTest {

    private SignedIn anna;

    /** A word that stands in this test's messages only. */
    private String rare;

    @BeforeEach
    void signIn() {
        anna = SignedIn.as("Anna", Role.AGENT);
        rare = "w" + Ids.next().toString().replace("-", "");
    }

    @Test
    void aWordFindsItsConversationAndThePlaceInIt() {
        // Given
        var conversation = Desk.opened("Hello, my " + rare + " is late");

        // When
        var found = findsSoon(rare, conversation);

        // Then
        assertThat(found.getList("items.item.id")).containsExactly(conversation.toString());
        assertThat(found.getInt("items[0].matches[0].seq")).isEqualTo(1);
        assertThat(found.getString("items[0].matches[0].at")).isNotBlank();
        assertThat(found.getString("items[0].matches[0].snippet"))
                .isEqualTo("Hello, my <mark>" + rare + "</mark> is late");
        assertThat(found.getString("next")).isNull();
    }

    @Test
    void allWordsHaveToBeThereInAnyCaseAndByTheirBeginnings() {
        var conversation = Desk.opened("Größe und " + rare + " Élève");
        findsSoon(rare, conversation);

        finds(rare.substring(0, 20) + " GROSSE eleve", conversation);
        finds(rare + " elev", conversation);
        findsNothing(rare + " other");
    }

    @Test
    void aPhraseStandsTogether() {
        var conversation = Desk.opened("the blue " + rare + " parcel");
        findsSoon(rare, conversation);

        finds("\"blue " + rare + "\"", conversation);
        findsNothing("\"" + rare + " blue\"");
        findsNothing("\"blue " + rare.substring(0, 20) + "\"");
    }

    @Test
    void aNumberFindsItsConversationFirst() {
        var conversation = Desk.opened("Hello");
        int number = anna.request().get("/api/conversations/{id}", conversation).path("number");

        await().untilAsserted(() ->
                assertThat(find("#" + number).getString("items[0].item.id")).isEqualTo(conversation.toString()));
        assertThat(find("" + number).getString("items[0].item.id")).isEqualTo(conversation.toString());
    }

    @Test
    void subjectsAndPeopleAreFoundByPartsOfWords() {
        // Given
        var nell = Desk.somebody();
        var conversation = Desk.openedBy(nell, "About x" + rare, "Hello");

        // Then
        findsSoon(rare.substring(1), conversation);
        finds("out x" + rare.substring(0, 20), conversation);
        finds(nell.value().substring(3, 25), conversation);
        finds(rare.substring(2, 20) + " @customer.ex", conversation);
        finds("x" + rare + " from:" + nell.value().substring(0, 20), conversation);
        findsNothing("x" + rare + " from:mallory");
    }

    @Test
    void aContactIsFoundByItsPresentNameAndAllItsAddresses() {
        // Given
        var conversation = Desk.openedBy(Desk.somebody(), "Hello", "Hello");
        String contact =
                anna.request().get("/api/conversations/{id}", conversation).path("contact.id");

        // When
        anna.request()
                .body("{\"name\":\"Zoë %s\"}".formatted(rare))
                .patch("/api/contacts/{id}", contact)
                .then()
                .statusCode(200);
        anna.request()
                .body("{\"kind\":\"email\",\"value\":\"x%s@elsewhere.example\"}".formatted(rare))
                .post("/api/contacts/{id}/identities", contact)
                .then()
                .statusCode(200);

        // Then
        finds("zoe " + rare, conversation);
        finds("x" + rare + "@elsewhere", conversation);
        assertThat(find("zoe " + rare).getList("items[0].matches")).isEmpty();
    }

    @Test
    void whatAgentsWroteIsFoundByTheirNames() {
        var conversation = Desk.opened("Hello");
        Desk.does(anna.agent(), conversation, new Command.WriteNote(Content.of("Look at " + rare)));

        findsSoon(rare + " from:anna", conversation);
        findsNothing(rare + " from:ada");
    }

    @Test
    void propertiesOfConversationsNarrowTheSearch() {
        // Given
        var conversation = Desk.opened(rare);
        var label = "label " + rare;
        Desk.does(
                anna.agent(),
                conversation,
                new Command.Label(new TreeSet<>(Set.of(label)), new TreeSet<>()),
                new Command.Assign(anna.agent()),
                new Command.SetStatus(Status.of(Category.PENDING), null));
        findsSoon(rare, conversation);

        // Then
        finds("tag:\"" + label.toUpperCase() + "\"", conversation);
        finds(rare + " is:pending", conversation);
        finds(rare + " is:open is:pending", conversation);
        finds(rare + " assignee:me", conversation);
        finds(rare + " assignee:ann", conversation);
        finds(rare + " inbox:email", conversation);
        findsNothing(rare + " is:open");
        findsNothing(rare + " assignee:none");
        findsNothing(rare + " tag:label");
        findsNothing(rare + " inbox:elsewhere");
    }

    @Test
    void daysAreTheAskersOwn() {
        // Given
        var conversation = Desk.opened(rare);
        findsSoon(rare, conversation);
        var today = LocalDate.now(java.time.ZoneOffset.UTC);

        // Then
        finds(rare + " after:" + today.minusDays(1), conversation);
        finds(rare + " before:" + today.plusDays(2), conversation);
        findsNothing(rare + " before:" + today.minusDays(1));
        findsNothing(rare + " after:" + today.plusDays(2));

        // When
        SignedIn.run("update search_message set at = '2020-05-04T22:30:00Z' where body = $1", Tuple.of(rare));
        SignedIn.run("update agent set zone = 'Europe/Tallinn' where id = $1", Tuple.of(anna.agent()));

        // Then
        finds(rare + " after:2020-05-05", conversation);
        findsNothing(rare + " before:2020-05-05");
    }

    @Test
    void filesAreFoundByTheirNames() {
        var sha = "0".repeat(64);
        var conversation = Desk.openedWith(new Attachment(rare + "-invoice.pdf", "application/pdf", 1, sha, null));

        findsSoon(rare + " has:file", conversation);
        finds(rare + " invoice", conversation);
        findsNothing("\"see the file\" " + rare + " nothing");
    }

    @Test
    void whatIsEditedIsFoundAsItReadsNow() {
        // Given
        var conversation = Desk.opened("Before " + rare);
        findsSoon(rare, conversation);

        // When
        Desk.does(anna.agent(), conversation, new Command.Edit(1, Content.of("After " + rare)));

        // Then
        findsSoon(rare + " after", conversation);
        findsNothing(rare + " before");
        finds(rare + " from:ada", conversation);
    }

    @Test
    void whatWasTakenBackIsNotFoundAndDoesNotComeAgain() {
        // Given
        var conversation = Desk.opened("Secret " + rare);
        findsSoon(rare, conversation);

        // When
        Desk.does(
                anna.agent(),
                conversation,
                new Command.Remove(1),
                new Command.Edit(1, Content.of("Again " + rare)),
                new Command.WriteNote(Content.of("marker x" + rare)));

        // Then
        findsSoon("x" + rare, conversation);
        findsNothing(rare);
    }

    @Test
    void spamIsFoundOnlyWhereAskedFor() {
        var conversation = Desk.opened(rare);
        findsSoon(rare, conversation);

        Desk.does(anna.agent(), conversation, new Command.SetStatus(Status.of(Category.SPAM), null));

        findsNothing(rare);
        finds(rare + " is:spam", conversation);
    }

    @Test
    void whatMayNotBeSeenIsNotFound() {
        // Given
        var secret = SignedIn.team("Secret", true);
        var boss = SignedIn.as(Role.SUPERVISOR);
        var conversation = Desk.opened(rare);
        findsSoon(rare, conversation);
        int number = anna.request().get("/api/conversations/{id}", conversation).path("number");

        // When
        Desk.does(boss.agent(), conversation, new Command.AssignTeam(secret));

        // Then
        findsNothing(rare);
        findsNothing(rare + " from:ada");
        assertThat(find("#" + number).getList("items.item.id")).doesNotContain(conversation.toString());
        boss.request()
                .get("/api/search?q={q}", rare)
                .then()
                .body("items.item.id", equalTo(List.of(conversation.toString())));
        var member = SignedIn.as("Mem", Role.AGENT).memberOf(secret);
        member.request()
                .get("/api/search?q={q}", rare)
                .then()
                .body("items.item.id", equalTo(List.of(conversation.toString())));
    }

    @Test
    void pagesJoinAndTheNewestComesFirst() {
        // Given
        var conversations = Desk.opened(45, rare);
        await().untilAsserted(() -> assertThat(ids(find(rare + " after:2000"))).hasSize(20));
        await().untilAsserted(() -> assertThat(everyPage(rare)).hasSize(45));

        // When
        var all = everyPage(rare);

        // Then
        assertThat(all)
                .containsExactlyInAnyOrderElementsOf(
                        conversations.stream().map(UUID::toString).toList());
    }

    @Test
    void theIndexCanBeMadeAnew() {
        // Given
        var conversation = Desk.opened(rare);
        findsSoon(rare, conversation);
        SignedIn.run("delete from search_message", Tuple.tuple());
        findsNothing(rare);

        // When
        SignedIn.as(Role.ADMINISTRATOR)
                .request()
                .post("/api/search/index")
                .then()
                .statusCode(204);

        // Then
        finds(rare, conversation);
        anna.request().post("/api/search/index").then().statusCode(403);
    }

    @Test
    void nothingFindsNothing() {
        anna.request()
                .get("/api/search")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
        anna.request().get("/api/search?q=a&after=xyz").then().statusCode(400);
        anna.request().get("/api/search?q={q}", "a".repeat(501)).then().statusCode(400);
    }

    @Test
    void anyTextIsAnswered() {
        for (int seed = 0; seed < 150; seed++) {
            var text = AskedTest.anything(new Random(seed));
            anna.request().queryParam("q", text).get("/api/search").then().statusCode(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"is:open", "assignee:none is:open", "has:file", "after:2000", "from:ada"})
    void propertiesAloneAreASearch(String asked) {
        Desk.opened("Hello");
        anna.request().get("/api/search?q={q}", asked).then().statusCode(200);
    }

    private List<String> everyPage(String asked) {
        var page = find(asked);
        var all = new java.util.ArrayList<>(ids(page));
        while (page.getString("next") != null) {
            page = anna.request()
                    .get("/api/search?q={q}&after={after}", asked, page.getString("next"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            all.addAll(ids(page));
        }
        return all;
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("items.item.id");
    }

    private JsonPath findsSoon(String asked, UUID conversation) {
        await().untilAsserted(() -> finds(asked, conversation));
        return find(asked);
    }

    private void finds(String asked, UUID conversation) {
        assertThat(ids(find(asked))).as(asked).contains(conversation.toString());
    }

    private void findsNothing(String asked) {
        assertThat(ids(find(asked))).as(asked).isEmpty();
    }

    private JsonPath find(String asked) {
        return anna.request()
                .get("/api/search?q={q}", asked)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
