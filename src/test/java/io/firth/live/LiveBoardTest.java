package io.firth.live;

import static io.firth.live.Browser.on;
import static io.firth.live.Browser.op;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LiveBoardTest {

    private SignedIn sam;
    private UUID team;
    private String board;

    @BeforeEach
    void signIn() {
        sam = SignedIn.as("Sam", Role.SUPERVISOR);
        team = SignedIn.team("Returns", false);
        board = "board:" + team;
    }

    @Test
    void aBoardFollowsWhatHappens() {
        // Given
        var conversation = Desk.opened("Where is it?");
        try (var browser = Browser.open(sam)) {
            browser.follow(board);
            var empty = browser.next(told("waiting"));
            assertThat(empty.at("/value/waiting/figure/n").asInt()).isZero();
            assertThat(empty.at("/value/waiting/figure/value").isNull()).isTrue();

            // When
            Desk.does(sam.agent(), conversation, new Command.AssignTeam(team));

            // Then
            var tile = browser.next(tile("waiting", 1)).at("/value/waiting");
            assertThat(tile.path("metric").asText()).isEqualTo("backlog_waiting");
            assertThat(tile.at("/asked/team").asText()).isEqualTo(team.toString());
            browser.next(tile("unassigned", 1));

            // When
            var seen = browser.frames.size();
            Desk.does(sam.agent(), conversation, new Command.Assign(sam.agent()));

            // Then
            browser.after(
                    seen,
                    told("unassigned")
                            .and(frame -> frame.at("/value/unassigned/figure/n").asInt() == 0));
            browser.after(seen, told("agents").and(frame -> frame.at("/value/agents/0/name")
                    .asText()
                    .equals("Sam")));
        }
    }

    @Test
    void framesDoNotGrowWithWhatComesIn() {
        // Given
        try (var browser = Browser.open(sam)) {
            browser.follow(board);
            browser.next(told("waiting"));
            var began = System.nanoTime();
            var seen = browser.all(on(board, "state")).size();

            // When
            var many = Desk.opened(200, "Where is it?");
            many.forEach(each -> Desk.does(sam.agent(), each, new Command.AssignTeam(team)));
            browser.next(tile("waiting", 200));

            // Then
            var seconds = (System.nanoTime() - began) / 1e9;
            assertThat(browser.all(on(board, "state")).size() - seen).isLessThanOrEqualTo((int) (4 * seconds) + 3);
        }
    }

    @Test
    void whoeverComesLaterSeesTheBoardAtOnce() {
        // Given
        try (var first = Browser.open(sam);
                var second = Browser.open(sam)) {
            first.follow(board);
            first.next(told("csat_today"));

            // When
            second.follow(board);

            // Then
            second.next(told("csat_today"));
            second.next(told("queue"));
        }
    }

    @Test
    void anAgentHasNoBoard() {
        // Given
        var bo = SignedIn.as("Bo", Role.AGENT);
        try (var browser = Browser.open(bo)) {

            // When
            browser.say(Map.of("op", "subscribe", "stream", board));

            // Then
            assertThat(browser.next(frame -> op(frame, "error")).path("code").asText())
                    .isEqualTo("board.supervisors");
            assertThat(browser.all(on(board, "state"))).isEmpty();
        }
    }

    @Test
    void aWallHasABoardWithoutAnybodysNameAndNothingElse() {
        // Given
        var ada = SignedIn.as("Ada", Role.ADMINISTRATOR);
        var secret = ada.request()
                .body(Map.of("name", "Hall", "role", "wall"))
                .post("/api/keys")
                .jsonPath()
                .getString("secret");
        var conversation = Desk.opened("Where is it?");
        Desk.does(sam.agent(), conversation, new Command.AssignTeam(team));
        try (var wall = Browser.open(new SignedIn(ada.agent(), "Hall", Role.WALL, secret))) {

            // When
            wall.follow(board);
            wall.next(tile("waiting", 1));
            Desk.does(sam.agent(), conversation, new Command.Assign(sam.agent()));
            wall.next(tile("unassigned", 0));
            wall.say(Map.of("op", "subscribe", "stream", "feed:all"));
            var refused = wall.next(frame -> op(frame, "error"));

            // Then
            assertThat(refused.path("code").asText()).isEqualTo("wall.boards");
            assertThat(wall.all(told("agents"))).isEmpty();
            assertThat(wall.all(on("feed:all", "snapshot"))).isEmpty();
        }
    }

    private Predicate<JsonNode> told(String key) {
        return on(board, "state").and(frame -> frame.path("value").has(key));
    }

    private Predicate<JsonNode> tile(String key, int n) {
        return told(key).and(frame -> frame.at("/value/" + key + "/figure/n").asInt() == n);
    }
}
