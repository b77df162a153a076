package io.firth.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.firth.Desk;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Priority;
import io.firth.conversation.Status;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListTest {

    private final List<UUID> bent = new ArrayList<>();
    private SignedIn anna;

    @BeforeEach
    void signIn() {
        anna = SignedIn.as("Anna", Role.AGENT);
    }

    /** A row that is no fold of its interactions is not left to other tests, which compare the two. */
    @AfterEach
    void removeBentRows() {
        var ids = Tuple.of(bent.toArray(UUID[]::new));
        SignedIn.run(
                "delete from interaction i using conversation c where c.number = i.conversation and c.id = any($1)",
                ids);
        SignedIn.run("delete from conversation where id = any($1)", ids);
    }

    @Test
    void aViewHoldsWhatBelongsToIt() {
        // Given
        var bo = SignedIn.as("Bo", Role.AGENT);
        var team = SignedIn.team("Parcels", false);
        var mine = Desk.opened("Mine");
        var theirs = Desk.opened("Theirs");
        var nobodys = Desk.opened("Nobody's");

        // When
        Desk.does(anna.agent(), mine, new Command.Assign(anna.agent()));
        Desk.does(anna.agent(), theirs, new Command.Assign(bo.agent()), new Command.AssignTeam(team));

        // Then
        assertThat(ids(anna, "view=all")).contains(mine, theirs, nobodys);
        assertThat(ids(anna, "view=mine")).containsExactly(mine);
        assertThat(ids(bo, "view=mine")).containsExactly(theirs);
        assertThat(ids(anna, "view=unassigned")).contains(nobodys).doesNotContain(mine, theirs);
        assertThat(ids(anna, "view=team:" + team)).containsExactly(theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "pending", "snoozed", "resolved", "spam"})
    void aTabHoldsOneCategory(String tab) {
        // Given
        var each = new java.util.EnumMap<Category, UUID>(Category.class);
        for (var category : Category.values()) {
            each.put(category, mine("Hello"));
            var until = category == Category.SNOOZED ? Samples.now().plusSeconds(60) : null;
            Desk.does(anna.agent(), each.get(category), new Command.SetStatus(Status.of(category), until));
        }

        // Then
        assertThat(ids(anna, "view=mine&status=" + tab))
                .containsExactly(each.get(Category.valueOf(tab.toUpperCase(java.util.Locale.ROOT))));
        assertThat(ids(anna, "view=mine")).hasSize(4).doesNotContain(each.get(Category.SPAM));
    }

    @Test
    void aLabelNarrowsAList() {
        // Given
        var one = mine("One");
        var other = mine("Other");

        // When
        Desk.does(anna.agent(), one, new Command.Label(new TreeSet<>(Set.of("it's \"here\" %")), new TreeSet<>()));

        // Then
        assertThat(ids(anna, "view=mine&label=it's \"here\" %")).containsExactly(one);
        assertThat(ids(anna, "view=mine&label=here")).isEmpty();
        assertThat(ids(anna, "view=mine")).containsExactlyInAnyOrder(one, other);
    }

    @Test
    void aRowSaysWhatAListShows() {
        // Given
        var team = SignedIn.team("Parcels", false);
        var id = mine("  Where\n is it?  ");
        Desk.does(anna.agent(), id, new Command.AssignTeam(team), new Command.Prioritise(Priority.HIGH));

        // When
        var row = list(anna, "view=mine").get(0);

        // Then
        assertThat(row)
                .containsEntry("subject", "Where is my parcel?")
                .containsEntry("channel", "email")
                .containsEntry("status", "open")
                .containsEntry("status_category", "open")
                .containsEntry("ownership", "agent")
                .containsEntry("priority", "high")
                .containsEntry("preview", "Where is it?")
                .containsEntry("preview_by", "customer")
                .containsEntry("last_public_seq", 1)
                .containsEntry("last_customer_seq", 1)
                .containsEntry("read_seq", 0);
        assertThat(row.get("assignee")).isEqualTo(Map.of("id", anna.agent().toString(), "name", "Anna"));
        assertThat(((Map<?, ?>) row.get("contact")).get("address")).isEqualTo("ada@customer.example");
        assertThat(row.get("waiting_since")).isEqualTo(row.get("created_at"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"activity", "oldest", "waiting"})
    void pagesShowEveryRowOnce(String sort) {
        // Given
        var seed = System.nanoTime();
        System.out.println("pagesShowEveryRowOnce seed " + seed);
        var random = new Random(seed);
        var all = Desk.opened(40, "Hello");
        Desk.doesAll(all.stream()
                .map(id -> (Work) Samples.order(id, anna.agent(), null, new Command.Assign(anna.agent())))
                .toList());
        for (int i = 0; i < 40; i++) {
            happens(random, all);
        }
        sameTimes(all.subList(0, 20));

        for (var limit : List.of(1, 7, 39, 40, 41)) {
            // When
            var rows = pages(anna, "view=mine&sort=" + sort + "&limit=" + limit, () -> {});

            // Then
            assertThat(rows).as("seed %d", seed).extracting(ListTest::id).containsExactlyInAnyOrderElementsOf(all);
            assertThat(rows).as("seed %d", seed).isSortedAccordingTo(order(sort));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oldest", "waiting", "activity"})
    void whatDoesNotChangeIsNeitherMissedNorRepeatedWhileOthersDo(String sort) {
        // Given
        var seed = System.nanoTime();
        System.out.println("whileOthersDo seed " + seed);
        var random = new Random(seed);
        var all = Desk.opened(30, "Hello");
        Desk.doesAll(all.stream()
                .map(id -> (Work) Samples.order(id, anna.agent(), null, new Command.Assign(anna.agent())))
                .toList());
        var still = all.subList(0, 20);
        var restless = all.subList(20, 30);

        // When
        var rows = pages(anna, "view=mine&sort=" + sort + "&limit=3", () -> happens(random, restless));

        // Then
        assertThat(rows.stream().map(ListTest::id).filter(still::contains))
                .as("seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(still);
    }

    @ParameterizedTest
    @CsvSource({
        "view=nothing,view.unknown",
        "view=team:x,view.unknown",
        "view=team,view.unknown",
        "sort=nothing,list.invalid",
        "limit=0,list.invalid",
        "limit=201,list.invalid",
        "after=nothing,list.invalid",
        "label=%00,list.invalid",
        "status=%00,list.invalid"
    })
    void whatCannotBeAskedForIsAProblem(String query, String code) {
        anna.request()
                .urlEncodingEnabled(false)
                .get("/api/conversations?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", endsWith("/problems/" + code));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+1000000000-12-31T23:59:59.999999999Z 1", "-1000000000-01-01T00:00:00Z 1", "2026-01-01 1", " x"
            })
    void aCursorThatNoPageGaveIsAProblem(String forged) {
        var cursor = Base64.getUrlEncoder().encodeToString(forged.getBytes(StandardCharsets.UTF_8));
        anna.request()
                .get("/api/conversations?after={cursor}", cursor)
                .then()
                .statusCode(400)
                .body("type", endsWith("/problems/list.invalid"));
    }

    @Test
    void anUnknownStatusIsAnEmptyList() {
        anna.request()
                .get("/api/conversations?status=' or true --")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0))
                .body("next", equalTo(null));
    }

    @Test
    void whatIsHiddenIsInNoList() {
        // Given
        var secret = SignedIn.team("Secret", true);
        var boss = SignedIn.as(Role.SUPERVISOR);
        var member = SignedIn.as(Role.AGENT).memberOf(secret);
        var id = Desk.opened("Secret");

        // When
        Desk.does(boss.agent(), id, new Command.AssignTeam(secret));

        // Then
        assertThat(ids(anna, "view=all")).doesNotContain(id);
        assertThat(ids(anna, "view=unassigned")).doesNotContain(id);
        assertThat(ids(anna, "view=team:" + secret)).isEmpty();
        assertThat(ids(member, "view=all")).contains(id);
        assertThat(ids(boss, "view=team:" + secret)).containsExactly(id);
    }

    private UUID mine(String text) {
        var id = Desk.opened(text);
        Desk.does(anna.agent(), id, new Command.Assign(anna.agent()));
        return id;
    }

    private void happens(Random random, List<UUID> all) {
        var id = all.get(random.nextInt(all.size()));
        switch (random.nextInt(3)) {
            case 0 -> Desk.does(anna.agent(), id, new Command.WriteNote(Content.of("A note")));
            case 1 -> Desk.does(anna.agent(), id, new Command.SetStatus(Status.of(Category.RESOLVED), null));
            default -> Desk.writesAgain(id, io.firth.conversation.Origin.HUMAN, "Again");
        }
    }

    /** Equal keys, so that only the number decides. */
    private void sameTimes(List<UUID> ids) {
        bent.addAll(ids);
        SignedIn.run(
                "update conversation set last_activity_at = '2026-01-01T10:00:00.123456Z' where id = any($1)",
                Tuple.of(ids.toArray(UUID[]::new)));
        SignedIn.run(
                "update conversation set waiting_since = '2026-01-01T09:00:00Z' where id = any($1)",
                Tuple.of(ids.subList(0, 10).toArray(UUID[]::new)));
    }

    private static Comparator<Map<String, Object>> order(String sort) {
        Comparator<Map<String, Object>> byActivity = Comparator.comparing(row -> time(row, "last_activity_at"));
        Comparator<Map<String, Object>> byNumber =
                Comparator.comparing(row -> ((Number) row.get("number")).longValue());
        return switch (sort) {
            case "activity" -> byActivity.thenComparing(byNumber).reversed();
            case "oldest" -> byActivity.thenComparing(byNumber);
            default ->
                Comparator.<Map<String, Object>, Instant>comparing(row -> time(row, "waiting_since"))
                        .thenComparing(byNumber);
        };
    }

    private static Instant time(Map<String, Object> row, String field) {
        return row.get(field) == null ? Instant.MAX : Instant.parse((String) row.get(field));
    }

    private static List<Map<String, Object>> pages(SignedIn agent, String query, Runnable between) {
        var rows = new ArrayList<Map<String, Object>>();
        String after = null;
        do {
            var page = agent.request()
                    .get("/api/conversations?" + query + (after == null ? "" : "&after=" + after))
                    .then()
                    .statusCode(200)
                    .extract();
            rows.addAll(page.path("items"));
            after = page.path("next");
            between.run();
        } while (after != null);
        return rows;
    }

    private static List<UUID> ids(SignedIn agent, String query) {
        return list(agent, query).stream().map(ListTest::id).toList();
    }

    private static List<Map<String, Object>> list(SignedIn agent, String query) {
        return agent.request()
                .get("/api/conversations?limit=200&" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private static UUID id(Map<String, Object> row) {
        return UUID.fromString((String) row.get("id"));
    }
}
