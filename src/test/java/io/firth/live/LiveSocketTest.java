package io.firth.live;

import static io.firth.live.Browser.on;
import static io.firth.live.Browser.op;
import static io.firth.live.Browser.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.Desk;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Origin;
import io.firth.presence.Presence;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class LiveSocketTest {

    @Test
    void whoComesIsWelcome() {
        // Given
        var anna = SignedIn.as(Role.AGENT);

        // When
        try (var browser = Browser.open(anna)) {

            // Then
            var welcome = browser.frames.getFirst();
            assertThat(welcome.path("agent").asText()).isEqualTo(anna.agent().toString());
            assertThat(welcome.path("heartbeat_ms").asLong()).isPositive();
            assertThat(UUID.fromString(welcome.path("epoch").asText()).getMostSignificantBits())
                    .isNotZero();
            assertThat(welcome.path("server_time").asText()).endsWith("Z");
        }
    }

    @Test
    void nobodyComesInWithoutASession() {
        assertThat(refusal(Browser.builder())).isEqualTo(401);
        assertThat(refusal(Browser.builder().header("Cookie", "firth_session=wrong")))
                .isEqualTo(401);
    }

    @Test
    void anotherSitesPageIsRefused() {
        var anna = SignedIn.as(Role.AGENT);
        assertThat(refusal(Browser.builder()
                        .header("Cookie", "firth_session=" + anna.cookie())
                        .header("Origin", "https://evil.example")))
                .isEqualTo(403);
    }

    @Test
    void aConversationIsToldInOrder() {
        // Given
        var anna = SignedIn.as("Anna", Role.AGENT);
        var conversation = Desk.opened("Hello");
        var stream = "conversation:" + conversation;
        try (var browser = Browser.open(anna)) {
            var from = browser.follow(stream);

            // When
            IntStream.range(0, 20)
                    .forEach(
                            i -> Desk.does(anna.agent(), conversation, new Command.WriteNote(Content.of("Note " + i))));

            // Then
            browser.next(on(stream, "event").and(frame -> frame.path("seq").asInt() == 21));
            var events = browser.all(on(stream, "event"));
            assertThat(from).isEqualTo(1);
            assertThat(events)
                    .extracting(frame -> frame.path("seq").asInt())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(2, 21).boxed().toList());
            assertThat(events)
                    .extracting(frame -> frame.path("position").asLong())
                    .isSorted();
            assertThat(events.getFirst().path("type").asText()).isEqualTo("note");
            assertThat(events.getFirst().path("data").path("text").asText()).isEqualTo("Note 0");
            assertThat(events.getFirst().at("/data/actor/name").asText()).isEqualTo("Anna");
        }
    }

    @Test
    void aPageThatNamesWhatItHasIsToldTheRest() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        Desk.does(anna.agent(), conversation, new Command.WriteNote(Content.of("One")));
        Desk.does(anna.agent(), conversation, new Command.WriteNote(Content.of("Two")));
        try (var browser = Browser.open(anna)) {

            // When
            browser.follow("conversation:" + conversation, 1L);

            // Then
            browser.next(event(3));
            assertThat(browser.all(frame -> op(frame, "event")))
                    .extracting(frame -> frame.path("seq").asInt())
                    .containsExactly(2, 3);
        }
    }

    @Test
    void aRowThatChangesIsTold() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        try (var browser = Browser.open(anna)) {
            browser.follow("feed:all");

            // When
            var conversation = Desk.opened("Where is it?");

            // Then
            var row = browser.next(state("feed:all", conversation));
            assertThat(row.at("/value/preview").asText()).isEqualTo("Where is it?");
            assertThat(row.path("position").asLong())
                    .isEqualTo(row.at("/value/position").asLong());
            assertThat(row.path("value").has("read_seq")).isFalse();
        }
    }

    @Test
    void aRowThatLeavesAViewIsToldAsNothing() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(anna)) {
            browser.follow("feed:unassigned");
            browser.follow("feed:mine");

            // When
            Desk.does(anna.agent(), conversation, new Command.Assign(anna.agent()));

            // Then
            var left = browser.next(state("feed:unassigned", conversation).and(LiveSocketTest::isNothing));
            var came = browser.next(state("feed:mine", conversation));
            assertThat(came.at("/value/assignee/id").asText())
                    .isEqualTo(anna.agent().toString());
            assertThat(left.path("position")).isEqualTo(came.path("position"));
        }
    }

    @Test
    void aRowThatMovesToATeamIsInItsView() {
        // Given
        var team = SignedIn.team("Open", false);
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(anna)) {
            browser.follow("feed:team:" + team);

            // When
            Desk.does(anna.agent(), conversation, new Command.AssignTeam(team));
            var there = browser.next(state("feed:team:" + team, conversation));
            Desk.does(anna.agent(), conversation, new Command.AssignTeam(null));

            // Then
            assertThat(there.at("/value/team/id").asText()).isEqualTo(team.toString());
            browser.next(state("feed:team:" + team, conversation).and(LiveSocketTest::isNothing));
        }
    }

    @Test
    void whatMovesOutOfSightLeavesAndItsStreamEnds() {
        // Given
        var secret = SignedIn.team("Secret", true);
        var anna = SignedIn.as(Role.AGENT);
        var boss = SignedIn.as(Role.SUPERVISOR);
        var conversation = Desk.opened("Hello");
        var stream = "conversation:" + conversation;
        try (var browser = Browser.open(anna);
                var bosses = Browser.open(boss)) {
            browser.follow("feed:all");
            browser.follow(stream);
            bosses.follow(stream);

            // When
            Desk.does(
                    boss.agent(),
                    conversation,
                    new Command.AssignTeam(secret),
                    new Command.WriteNote(Content.of("Not for everybody")));
            Desk.does(boss.agent(), conversation, new Command.WriteNote(Content.of("Nor this")));

            // Then
            browser.next(state("feed:all", conversation).and(LiveSocketTest::isNothing));
            var ended = browser.next(on(stream, "error"));
            assertThat(ended.path("code").asText()).isEqualTo("not-found");
            bosses.next(event(4));
            browser.settle();
            assertThat(browser.all(on(stream, "event"))).isEmpty();
        }
    }

    @Test
    void whatIsOutOfSightIsNotFollowed() {
        // Given
        var secret = SignedIn.team("Secret", true);
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        Desk.does(anna.agent(), conversation, new Command.AssignTeam(secret));
        try (var browser = Browser.open(anna)) {

            // When
            browser.say(Map.of("op", "subscribe", "stream", "conversation:" + conversation));
            browser.say(Map.of("op", "subscribe", "stream", "conversation:" + Ids.next()));

            // Then
            browser.next(on("conversation:" + conversation, "error"));
            assertThat(browser.all(frame -> op(frame, "snapshot"))).isEmpty();
        }
    }

    @Test
    void anAgentLearnsItsCountsAndReadMarks() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(anna);
                var other = Browser.open(SignedIn.as(Role.AGENT))) {
            browser.follow("me");
            other.follow("me");
            var before = browser.next(on("me", "snapshot")).at("/data/counts");

            // When
            Desk.does(anna.agent(), conversation, new Command.Assign(anna.agent()));
            anna.request()
                    .body("{\"seq\":1}")
                    .put("/api/conversations/{id}/read", conversation)
                    .then()
                    .statusCode(204);

            // Then
            var counts = browser.next(
                    state("me", "counts").and(frame -> frame.at("/value/mine").asInt() == 1));
            assertThat(before.path("mine").asInt()).isZero();
            assertThat(counts.path("position").asLong()).isPositive();
            var read = browser.next(state("me", "read:" + conversation));
            assertThat(read.at("/value/seq").asInt()).isEqualTo(1);
            other.settle();
            assertThat(other.all(state("me", "read:" + conversation))).isEmpty();
        }
    }

    @Test
    void twoAgentsSeeEachOther() {
        // Given
        var anna = SignedIn.as("Anna", Role.AGENT);
        var bo = SignedIn.as("Bo", Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var annas = Browser.open(anna);
                var bos = Browser.open(bo)) {
            annas.follow("presence");
            bos.follow("presence");

            // When
            annas.say(Map.of("op", "presence", "conversation", conversation, "state", "viewing"));
            annas.next(state("presence", conversation));
            bos.say(Map.of("op", "presence", "conversation", conversation, "state", "composing"));

            // Then
            var both = annas.next(state("presence", conversation)
                    .and(frame -> frame.path("value").size() == 2));
            assertThat(both.path("value"))
                    .extracting(who -> who.path("name").asText(), who -> who.path("state")
                            .asText())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Bo", "composing"),
                            org.assertj.core.groups.Tuple.tuple("Anna", "viewing"));

            // And when
            bos.close();

            // Then
            annas.after(
                    annas.frames.indexOf(both),
                    state("presence", conversation)
                            .and(frame -> frame.path("value").size() == 1));
        }
    }

    @Test
    void whoGoesIsNoLongerSeen() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(anna);
                var other = Browser.open(SignedIn.as(Role.AGENT))) {
            other.follow("presence");
            browser.say(Map.of("op", "presence", "conversation", conversation, "state", "viewing"));
            other.next(state("presence", conversation));

            // When
            browser.say(Map.of("op", "presence", "conversation", conversation, "state", "gone"));

            // Then
            other.next(state("presence", conversation)
                    .and(frame -> frame.path("value").isEmpty()));
        }
    }

    @Test
    void whoFallsSilentIsSoonNoLongerSeen() {
        // Given
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(SignedIn.as(Role.AGENT));
                var other = Browser.open(SignedIn.as(Role.AGENT))) {
            other.follow("presence");
            browser.say(Map.of("op", "presence", "conversation", conversation, "state", "viewing"));
            var came = other.next(state("presence", conversation));

            // When it says nothing more
            var left = other.next(state("presence", conversation)
                    .and(frame -> frame.path("value").isEmpty()));

            // Then
            var since = Instant.parse(came.at("/value/0/since").asText());
            assertThat(Instant.now()).isBefore(since.plus(Presence.LEASE).plusSeconds(5));
            assertThat(other.frames.indexOf(left)).isGreaterThan(other.frames.indexOf(came));
        }
    }

    @Test
    void whoComesLaterSeesWhoIsThere() {
        // Given
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(SignedIn.as("Anna", Role.AGENT));
                var late = Browser.open(SignedIn.as(Role.AGENT))) {
            browser.follow("presence");
            browser.say(Map.of("op", "presence", "conversation", conversation, "state", "idle"));
            browser.next(state("presence", conversation));

            // When
            late.follow("presence");

            // Then
            var seen = late.next(state("presence", conversation));
            assertThat(seen.at("/value/0/state").asText()).isEqualTo("idle");
        }
    }

    @Test
    void nobodyIsSeenWhereItMayNotLook() {
        // Given
        var secret = SignedIn.team("Secret", true);
        var boss = SignedIn.as("Boss", Role.SUPERVISOR);
        var conversation = Desk.opened("Hello");
        Desk.does(boss.agent(), conversation, new Command.AssignTeam(secret));
        try (var bosses = Browser.open(boss);
                var spy = Browser.open(SignedIn.as("Spy", Role.AGENT))) {
            bosses.follow("presence");
            spy.follow("presence");

            // When
            spy.say(Map.of("op", "presence", "conversation", conversation, "state", "viewing"));
            spy.settle();
            bosses.say(Map.of("op", "presence", "conversation", conversation, "state", "viewing"));

            // Then
            var seen = bosses.next(state("presence", conversation));
            assertThat(seen.path("value"))
                    .extracting(who -> who.path("name").asText())
                    .containsExactly("Boss");
            spy.settle();
            assertThat(spy.all(state("presence", conversation))).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "hello",
                "{}",
                "{\"op\":\"dance\"}",
                "{\"op\":\"subscribe\"}",
                "{\"op\":\"subscribe\",\"stream\":null}",
                "{\"op\":\"subscribe\",\"stream\":\"nothing\"}",
                "{\"op\":\"subscribe\",\"stream\":\"feed:nothing\"}",
                "{\"op\":\"subscribe\",\"stream\":\"feed:team:x\"}",
                "{\"op\":\"subscribe\",\"stream\":\"conversation:x\"}",
                "{\"op\":\"subscribe\",\"stream\":\"me\",\"from\":\"x\"}",
                "{\"op\":\"unsubscribe\"}",
                "{\"op\":\"presence\"}",
                "{\"op\":\"presence\",\"conversation\":\"01900000-0000-7000-8000-000000000001\"}",
                "{\"op\":\"presence\",\"conversation\":\"01900000-0000-7000-8000-000000000001\",\"state\":\"asleep\"}",
                "{\"op\":\"hello\",\"unknown\":1}"
            })
    void whatIsNoRequestIsAnsweredByAnError(String request) {
        try (var browser = Browser.open(SignedIn.as(Role.AGENT))) {
            // When
            browser.say(request);

            // Then
            var error = browser.next(frame -> op(frame, "error"));
            assertThat(error.path("code").asText()).isNotEmpty();
            assertThat(error.path("detail").asText()).doesNotContain("io.firth").isNotEmpty();
            browser.settle();
        }
    }

    @Test
    void aPageFollowsNoMoreThanSixtyStreams() {
        // Given
        var conversation = Desk.opened(70, "Hello");
        try (var browser = Browser.open(SignedIn.as(Role.AGENT))) {

            // When
            conversation.forEach(id -> browser.say(Map.of("op", "subscribe", "stream", "conversation:" + id)));
            browser.say(Map.of("op", "subscribe", "stream", "conversation:" + conversation.getFirst()));

            // Then
            browser.settle();
            assertThat(browser.all(frame -> frame.path("code").asText().equals("streams")))
                    .hasSize(10);
        }
    }

    @Test
    void aPageThatTalksTooMuchIsEnded() {
        // Given
        var browser = Browser.open(SignedIn.as(Role.AGENT));

        // When
        IntStream.range(0, 1000).forEach(i -> browser.say("{\"op\":\"pong\",\"t\":1}"));

        // Then
        assertThat(browser.awaitClosed()).isIn(4008, 1006);
    }

    @Test
    void whatIsNoLongerFollowedIsNotTold() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var conversation = Desk.opened("Hello");
        try (var browser = Browser.open(anna)) {
            browser.follow("feed:all");
            browser.follow("feed:unassigned");
            browser.follow("conversation:" + conversation);
            browser.say(Map.of("op", "unsubscribe", "stream", "feed:all"));
            browser.say(Map.of("op", "unsubscribe", "stream", "conversation:" + conversation));
            browser.settle();

            // When
            Desk.writesAgain(conversation, Origin.HUMAN, "Any news?");

            // Then
            browser.next(state("feed:unassigned", conversation));
            assertThat(browser.all(on("feed:all", "state"))).isEmpty();
            assertThat(browser.all(frame -> op(frame, "event"))).isEmpty();
        }
    }

    @Test
    void whoIsDeactivatedIsSentAway() {
        // Given
        var admin = SignedIn.as(Role.ADMINISTRATOR);
        var anna = SignedIn.as(Role.AGENT);
        var browser = Browser.open(anna);
        var other = Browser.open(admin);

        // When
        admin.request()
                .body("{\"active\":false}")
                .patch("/api/people/{id}", anna.agent())
                .then()
                .statusCode(200);

        // Then
        var bye = browser.next(frame -> op(frame, "bye"));
        assertThat(bye.path("reason").asText()).isEqualTo("access");
        assertThat(bye.path("retry_after").isIntegralNumber()).isTrue();
        assertThat(browser.awaitClosed()).isEqualTo(4003);
        other.settle();
        other.close();
    }

    private static java.util.function.Predicate<JsonNode> event(int seq) {
        return frame -> op(frame, "event") && frame.path("seq").asInt() == seq;
    }

    private static boolean isNothing(JsonNode frame) {
        return frame.has("value") && frame.path("value").isNull();
    }

    private static int refusal(WebSocket.Builder builder) {
        var failure = catchThrowable(() -> builder.buildAsync(Browser.address(), new WebSocket.Listener() {})
                .join());
        return failure.getCause() instanceof WebSocketHandshakeException refused
                ? refused.getResponse().statusCode()
                : 0;
    }
}
