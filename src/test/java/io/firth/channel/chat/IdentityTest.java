package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.message;
import static io.firth.channel.chat.Panel.op;
import static org.assertj.core.api.Assertions.assertThat;

import io.firth.channel.chat.visitor.Signing;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People whom a site has proved. */
@QuarkusTest
class IdentityTest {

    private final String ada = "ada-" + UUID.randomUUID();
    private Shop shop;
    private Team anna;

    @BeforeEach
    void open() {
        shop = Shop.open();
        anna = Team.of("Anna");
    }

    @Test
    void whoIsProvedIsShownAsProved() {
        try (var panel = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
            assertThat(panel.next(op("welcome")).at("/visitor/verified").asBoolean())
                    .isTrue();

            // When
            panel.writes("Hello");

            // Then
            var message = anna.interactions(panel.conversation(), "message").getFirst();
            assertThat(message.path("trust").asText()).isEqualTo("proven");
            assertThat(message.at("/from/name").asText()).isEqualTo("Ada " + ada);
        }
    }

    @Test
    void anybodyElseIsShownAsClaimed() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Hello");
            assertThat(anna.interactions(panel.conversation(), "message")
                            .getFirst()
                            .path("trust")
                            .asText())
                    .isEqualTo("claimed");
        }
    }

    @Test
    void theSamePersonOnAnotherDeviceGoesOn() {
        try (var phone = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
            phone.writes("From the phone");
            try (var desk = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
                desk.next(message("From the phone"));
                desk.writes("From the desk");
                phone.next(message("From the desk"));
                assertThat(desk.conversation()).isEqualTo(phone.conversation());
                assertThat(desk.token()).isNotEqualTo(phone.token());
            }
        }
    }

    @Test
    void signingInKeepsTheConversationOfWhoShowsBoth() {
        try (var panel = Panel.open(shop)) {
            panel.writes("Before signing in");
            var conversation = panel.conversation();

            // When
            panel.hello(shop, Map.of("token", panel.token(), "identity", shop.signed(ada)));
            panel.writes("After signing in");

            // Then
            assertThat(panel.conversation()).isEqualTo(conversation);
            assertThat(anna.texts(conversation)).containsExactly("Before signing in", "After signing in");
            try (var elsewhere = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
                elsewhere.next(message("After signing in"));
            }
        }
    }

    @Test
    void somebodyProvedBeforeIsJoinedByTheOneWithoutAName() {
        String known;
        try (var first = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
            first.writes("Last week");
            known = first.token();
        }
        try (var panel = Panel.open(shop)) {
            panel.writes("Before signing in");

            // When
            panel.hello(shop, Map.of("token", panel.token(), "identity", shop.signed(ada)));
            panel.writes("After signing in");

            // Then
            try (var back = Panel.open(shop, Map.of("token", known))) {
                back.next(message("After signing in"));
                assertThat(back.texts()).containsExactly("Before signing in", "After signing in");
            }
        }
    }

    @Test
    void anotherNameBeginsAnew() {
        try (var panel = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
            panel.writes("I am Ada");
            var seen = panel.frames.size();

            // When
            var welcome = panel.hello(
                    shop, Map.of("token", panel.token(), "identity", shop.signed("bo-" + UUID.randomUUID())));

            // Then
            assertThat(panel.after(seen, op("error")).path("code").asText()).isEqualTo("token.unknown");
            assertThat(welcome.path("conversation").has("id")).isFalse();
            panel.writes("I am Bo");
            assertThat(anna.texts(panel.conversation())).containsExactly("I am Bo");
        }
    }

    @Test
    void whatIsNotProvedOpensNothing() {
        try (var first = Panel.open(shop, Map.of("identity", shop.signed(ada)))) {
            first.writes("Private");
        }
        var forged = Map.of("user_id", ada, "hmac", Signing.hmac("another-secret", ada));
        try (var panel = Panel.open(shop, Map.of("identity", forged))) {
            assertThat(panel.next(op("error")).path("code").asText()).isEqualTo("identity.invalid");
            assertThat(panel.next(op("welcome")).has("visitor")).isFalse();
        }
    }

    @Test
    void aKeyedHashIsAsGood() {
        var hashed = Map.of("user_id", ada, "hmac", Signing.hmac(Shop.SECRET, ada), "name", "Ada");
        try (var panel = Panel.open(shop, Map.of("identity", hashed))) {
            assertThat(panel.next(op("welcome")).at("/visitor/verified").asBoolean())
                    .isTrue();
        }
    }

    @Test
    void whereOnlyProvedPeopleMayChatOthersAreRefused() {
        var club = Shop.open(Map.of("verified_only", "true"));
        try (var stranger = Panel.open(club);
                var member = Panel.open(club, Map.of("identity", club.signed(ada)))) {
            stranger.write("Hello");
            assertThat(stranger.next(op("refused")).path("code").asText()).isEqualTo("identity.required");
            member.writes("Hello");
            try (var back = Panel.open(club, Map.of("token", member.token()))) {
                back.writes("Again");
            }
        }
    }

    @Test
    void whatTheSiteProvesIsTheContactsToo() {
        // Given
        UUID first;
        try (var panel = Panel.open(shop)) {
            panel.writes("Before signing in");
            panel.hello(shop, Map.of("token", panel.token(), "identity", shop.signed(ada)));
            panel.writes("After signing in");
            first = panel.conversation();
        }

        // Then
        var contact = anna.agent()
                .request()
                .get("/api/contacts/" + anna.item(first).at("/contact/id").asText())
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(contact).contains(shop.account() + ":" + ada, ada + "@customer.example");
    }
}
