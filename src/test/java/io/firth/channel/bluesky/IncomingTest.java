package io.firth.channel.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firth.channel.bluesky.Archive.Customer;
import io.firth.channel.bluesky.Server.Said;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.conversation.Trust;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of posts that the real network showed, and of some that no honest one would. */
class IncomingTest {

    private Server server;
    private Room room;

    @BeforeEach
    void open(@TempDir Path folder) {
        server = new Server();
        room = new Room(server, folder);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMentionBeginsAThreadOfItsAuthor() {
        // When
        var arrival = arrived(Recorded.post("Wo ist"));

        // Then
        var uri = Recorded.post("Wo ist").path("uri").asText();
        var cid = Recorded.post("Wo ist").path("cid").asText();
        assertThat(arrival.from()).isEqualTo(new Address("did", "did:plc:bob", "Bob Bäcker (@bobhome.test)"));
        assertThat(arrival.trust()).isEqualTo(Trust.PROVEN);
        assertThat(arrival.kind()).isEqualTo(MessageKind.MENTION);
        assertThat(arrival.origin()).isEqualTo(Origin.HUMAN);
        assertThat(arrival.externalId()).isEqualTo(uri);
        assertThat(arrival.dedupKeys()).containsExactly(uri);
        assertThat(arrival.threadKeys()).containsExactly(uri, uri + "#" + cid, "thread " + uri + " did:plc:bob");
        assertThat(arrival.hints()).containsExactly(new Hint.Foreign("thread " + uri + " did:plc:bob"));
        assertThat(arrival.subject()).startsWith("@acmehome.test 📦 Wo ist");
        assertThat(arrival.content().text())
                .isEqualTo("@acmehome.test 📦 Wo ist https://example.com/orders/1234567890?lang=de #late");
        assertThat(arrival.content().html())
                .contains("href=\"https://example.com/orders/1234567890?lang=de\"")
                .contains("href=\"https://bsky.app/hashtag/late\"");
    }

    @Test
    void aReplyNamesItsParentItsAuthorsPartAndTheRoot() {
        // When
        var arrival = arrived(Recorded.post("Thanks"));

        // Then
        var reply = Recorded.post("Thanks").path("record").path("reply");
        var root = reply.path("root").path("uri").asText();
        assertThat(arrival.kind()).isEqualTo(MessageKind.COMMENT);
        assertThat(arrival.hints())
                .containsExactly(
                        new Hint.Foreign(reply.path("parent").path("uri").asText()),
                        new Hint.Foreign("thread " + root + " did:plc:bob"),
                        new Hint.Foreign(root));
    }

    @Test
    void aQuoteAPageAndWhatIsGoneAreParts() {
        assertThat(parts("Really?"))
                .containsExactly(new Part.Quote(
                        Recorded.post("Really?")
                                .path("embed")
                                .path("record")
                                .path("uri")
                                .asText(),
                        "@acmehome.test",
                        "We are open on Sunday"));
        assertThat(parts("this page"))
                .containsExactly(new Part.Card("An offer", "Half the price", "https://example.com/offer"));
        assertThat(parts("What was that?"))
                .singleElement()
                .isInstanceOfSatisfying(
                        Part.Quote.class, quote -> assertThat(quote.text()).isNull());
    }

    @Test
    void aPictureIsFetchedFromWhereTheNetworkShowsIt() {
        // Given
        var post = Recorded.post(" look").deepCopy();
        var image = (ObjectNode) post.path("embed").path("images").path(0);
        server.on("picture", asked -> Said.ok("not a picture at all"));

        // When
        image.put("fullsize", server.url() + "/picture");
        var arrival = arrived(post);

        // Then: what is no picture is told of in words
        assertThat(arrival.content().attachments()).isEmpty();
        assertThat(arrival.content().parts())
                .containsExactly(new Part.Unsupported("app.bsky.embed.images", "A picture: a red box"));
        assertThat(server.heard("picture")).isOne();
    }

    @Test
    void aQuoteWithPicturesIsBoth() {
        // When
        var parts = parts("Really? Look");

        // Then: the recording's picture stands at an address that is nowhere
        assertThat(parts).hasExactlyElementsOfTypes(Part.Quote.class, Part.Unsupported.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$type\":\"app.bsky.embed.video#view\",\"playlist\":\"https://x.example/1\"}",
                "{\"$type\":\"app.example.tomorrow#view\",\"deep\":{\"er\":[1]}}",
                "{\"$type\":\"app.bsky.embed.record#view\",\"record\":{\"$type\":\"app.bsky.graph.defs#listView\",\"uri\":\"at://did:plc:x/app.bsky.graph.list/1\"}}",
                "{\"$type\":\"app.bsky.embed.external#view\",\"external\":{\"uri\":\"javascript:alert(1)\"}}",
                "{\"$type\":\"app.bsky.embed.external#view\"}",
                "{\"$type\":\"app.bsky.embed.record#view\"}",
                "{\"$type\":\"app.bsky.embed.recordWithMedia#view\"}",
                "{\"no\":\"type\"}"
            })
    void whatWeDoNotKnowIsNeitherLostNorThrown(String embed) throws Exception {
        // Given
        var post = (ObjectNode) Recorded.post("Wo ist").deepCopy();
        post.set("embed", Server.JSON.readTree(embed));

        // When
        var arrival = arrived(post);

        // Then
        assertThat(arrival.content().text()).contains("Wo ist");
        assertThat(arrival.content().parts())
                .hasOnlyElementsOfType(Part.Unsupported.class)
                .hasSize(1);
        assertThat(new String(room.raws.getLast().bytes(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("embed");
    }

    @Test
    void nothingThatCannotBeKeptGetsThrough() {
        // Given
        var post = (ObjectNode) Recorded.post("Wo ist").deepCopy();
        ((ObjectNode) post.path("record")).put("text", "a\0b").remove("facets");
        ((ObjectNode) post.path("author")).put("displayName", "Eve\0\n\u202E" + "x".repeat(5_000));

        // When
        var arrival = arrived(post);

        // Then
        assertThat(arrival.content()).isEqualTo(new Content("ab", "", null, List.of(), List.of()));
        assertThat(arrival.from().name()).isEqualTo("@bobhome.test");
    }

    @Test
    void aPostThatIsNotWholeIsSetAside() {
        // Given
        var post = (ObjectNode) Recorded.post("Wo ist").deepCopy();
        var uri = post.path("uri").asText();

        // When
        room.line.take(
                Sighting.arrived(Server.DID, uri, post.deepCopy().put("uri", "at://did:plc:eve/app.bsky.feed.post/1")),
                null);
        room.line.take(Sighting.arrived(Server.DID, uri, post.deepCopy().without("author")), null);
        room.line.take(Sighting.arrived(Server.DID, uri, post.deepCopy().put("record", "text")), null);

        // Then
        assertThat(room.taken).isEmpty();
        assertThat(room.setAside).hasSize(3);
    }

    @Test
    void whatWasSetAsideIsReadAgainAsItWasReadFirst() {
        // Given
        var first = arrived(Recorded.post("Thanks"));

        // When
        var again = room.line.incoming().understand(room.raws.getLast());

        // Then
        assertThat(again).isEqualTo(first);
    }

    @Test
    void whatOurSideWroteElsewhereIsAnEchoToTheCustomer() {
        // Given
        var post = Recorded.post("Thanks");

        // When
        room.line.take(
                Sighting.own(Server.DID, post.path("uri").asText(), post, new Customer("did:plc:eve", "Eve")), null);

        // Then
        var echo = (Arrival) room.taken.getFirst();
        assertThat(echo.origin()).isEqualTo(Origin.ECHO);
        assertThat(echo.to()).containsExactly(new Address("did", "did:plc:eve", "Eve"));
    }

    @Test
    void whatIsGoneAndWhatChangedNameTheirPost() {
        // Given
        var post = Recorded.post("Wo ist");
        var uri = post.path("uri").asText();

        // When
        room.line.take(Sighting.gone(Server.DID, uri), null);
        room.line.take(Sighting.changed(Server.DID, uri, post), null);

        // Then
        var target = new Inbound.Target.External(uri);
        assertThat(room.taken.getFirst())
                .isInstanceOfSatisfying(Inbound.Removal.class, removal -> assertThat(removal.target())
                        .isEqualTo(target));
        assertThat(room.taken.getLast()).isInstanceOfSatisfying(Inbound.Edit.class, edit -> {
            assertThat(edit.target()).isEqualTo(target);
            assertThat(edit.content().text()).contains("Wo ist");
        });
    }

    private List<Part> parts(String words) {
        return arrived(Recorded.post(words)).content().parts();
    }

    private Arrival arrived(JsonNode post) {
        room.line.take(Sighting.arrived(Server.DID, post.path("uri").asText(), post), null);
        assertThat(room.setAside).isEmpty();
        return (Arrival) room.taken.getLast();
    }
}
