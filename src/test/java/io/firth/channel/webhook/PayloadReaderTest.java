package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.DeliveryState;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadReaderTest {

    @Test
    void aMessageIsRead() {
        // When
        var payload = read("""
            {"version": 1, "type": "message", "id": "m-1", "thread": "order 17",
             "author": {"id": "u-1", "name": "Ada", "email": "ada@example.org"}, "origin": "auto_reply",
             "text": "Hello", "attachments": [{"name": "a.png", "media_type": "image/png", "data": "aGk="}],
             "at": "2026-11-27T12:00:00+02:00", "a_field_of_later": {"x": [1, 2]}}
            """);

        // Then
        assertThat(payload).isInstanceOfSatisfying(Payload.Message.class, message -> {
            assertThat(message.id()).isEqualTo("m-1");
            assertThat(message.author().email()).isEqualTo("ada@example.org");
            assertThat(message.origin()).isEqualTo(Origin.AUTO_REPLY);
            assertThat(message.body().files().getFirst().mediaType()).isEqualTo("image/png");
            assertThat(message.at()).isEqualTo("2026-11-27T10:00:00Z");
        });
    }

    @Test
    void idsMayBeNumbers() {
        assertThat(read("{\"type\": \"removal\", \"id\": 17, \"message\": 4}"))
                .isEqualTo(new Payload.Removal("17", "4"));
    }

    @Test
    void everyOtherKindIsRead() {
        assertThat(read("{\"type\":\"edit\",\"message\":\"m-1\",\"text\":\"Hi\"}"))
                .isInstanceOf(Payload.Edit.class);
        assertThat(read("{\"type\":\"reaction\",\"message\":\"m-1\",\"emoji\":\"👍\",\"on\":false}"))
                .isInstanceOfSatisfying(Payload.Reaction.class, reaction -> assertThat(reaction.on())
                        .isFalse());
        assertThat(read("{\"type\":\"receipt\",\"message\":\"m-1\",\"state\":\"read\",\"up_to\":true}"))
                .isInstanceOfSatisfying(Payload.Receipt.class, receipt -> {
                    assertThat(receipt.state()).isEqualTo(DeliveryState.READ);
                    assertThat(receipt.upTo()).isTrue();
                });
        assertThat(read("{\"type\":\"typing\"}")).isInstanceOf(Payload.Typing.class);
        assertThat(read("{\"type\":\"ping\"}")).isEqualTo(new Payload.Ping());
        assertThat(read("{\"type\":\"call\",\"id\":\"1\"}")).isEqualTo(new Payload.Unknown("call"));
        assertThat(read("{}")).isEqualTo(new Payload.Unknown(null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                           | The body is no JSON object.",
                "not JSON                                     | The body is not readable as JSON.",
                "[1]                                          | The body is no JSON object.",
                "null                                         | The body is no JSON object.",
                "{\"type\":\"message\"                        | The body is not readable as JSON.",
                "{\"version\":2,\"type\":\"message\"}         | This version of Firth reads version 1 of the contract"
                        + " only.",
                "{\"type\":\"message\",\"author\":7}          | `author` is not what the contract says.",
                "{\"type\":\"message\",\"to\":[{\"id\":{}}]}  | `to.0.id` is not what the contract says.",
                "{\"type\":\"receipt\",\"state\":\"lost\"}    | `state` is not what the contract says."
            })
    void whatIsNotReadIsToldInWords(String body, String words) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(Unreadable.class).hasMessage(words);
    }

    @Test
    void depthIsNoWayToBringItDown() {
        var deep = "{\"type\":\"message\",\"parts\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> read(deep)).isInstanceOf(Unreadable.class);
    }

    @Test
    void partsAreReadAndWhatIsNotUnderstoodIsShownAsSuch() {
        // Given
        var message = (Payload.Message) read("""
            {"type": "message", "parts": [
              {"type": "location", "latitude": 59.4, "longitude": 24.7, "name": "Tallinn"},
              {"type": "location", "latitude": 100, "longitude": 24.7, "name": "Nowhere"},
              {"type": "card", "title": "A parcel", "url": "javascript:alert(1)"},
              {"type": "card", "title": "A parcel", "url": "https://example.org/17"},
              {"type": "choice", "id": "yes", "label": "Yes"},
              {"type": "quote", "message": "m-0", "text": "before"},
              {"type": "poll", "title": "Which one?", "options": [1, 2]},
              {"type": "call\\u0000", "minutes": 3},
              "odd"]}
            """);

        // Then
        assertThat(Parts.of(message.parts()))
                .isEqualTo(List.of(
                        new Part.Location(59.4, 24.7, "Tallinn"),
                        new Part.Unsupported("location", "Nowhere"),
                        new Part.Card("A parcel", null, null),
                        new Part.Card("A parcel", null, "https://example.org/17"),
                        new Part.Choice("yes", "Yes"),
                        new Part.Quote("m-0", null, "before"),
                        new Part.Unsupported("poll", "Which one?"),
                        new Part.Unsupported("call", "{\"type\":\"call\\u0000\",\"minutes\":3}"),
                        new Part.Unsupported("part", "\"odd\"")));
    }

    private static Payload read(String body) {
        return PayloadReader.read(body.getBytes(UTF_8));
    }
}
