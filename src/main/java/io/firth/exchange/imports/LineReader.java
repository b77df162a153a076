package io.firth.exchange.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.firth.exchange.imports.Line.What;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads lines of the import format, strictly: what cannot be understood in full is refused with the reason. Pure. */
final class LineReader {

    static final int LONGEST_NAME = 200;

    private static final int LONGEST_SUBJECT = 500;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Pattern MESSAGE_ID = Pattern.compile("<?([^\\s<>@]+@[^\\s<>@]+)>?");

    private static final Set<String> FIELDS = Set.of(
            "id",
            "conversation",
            "at",
            "type",
            "from",
            "to",
            "channel",
            "subject",
            "text",
            "html",
            "attachments",
            "in_reply_to",
            "status",
            "reason",
            "until",
            "agent",
            "team",
            "add",
            "remove",
            "priority",
            "survey",
            "scale",
            "score",
            "comment",
            "event",
            "amount",
            "currency");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Set<String> channels;
    private final People people;
    private final Instant latest;

    /**
     * @param source the name under which the file comes
     * @param channels the words of those there are
     * @param latest what is said to have happened later has not happened yet
     */
    LineReader(String source, Set<String> channels, Instant latest) {
        this.channels = channels;
        this.people = new People(source);
        this.latest = latest;
    }

    /** Fails with {@link Unfit}. */
    Line read(byte[] bytes) {
        var json = json(bytes);
        var fields = Fields.of(json);
        requireKnown(json);
        var type = fields.required("type", LONGEST_NAME);
        var kind = Kinds.of(type);
        var at = at(fields, "at");
        var isEvent = type.equals("customer_event");
        var conversation = isEvent ? null : fields.name("conversation", LONGEST_NAME);
        if (conversation == null && !isEvent) {
            throw new Unfit("`conversation` is missing");
        }
        if (at.isAfter(latest)) {
            throw new Unfit("`at` is in the future");
        }
        var from = people.from(fields);
        var what = kind.read(fields, from);
        return new Line(
                key(type, fields, json),
                conversation,
                at,
                channel(fields),
                fields.line("subject", LONGEST_SUBJECT),
                what instanceof What.BotMessage ? null : from,
                people.to(fields),
                messageId(fields),
                names(fields, what),
                what);
    }

    static @Nullable Instant until(Fields fields) {
        return fields.value("until") == null ? null : at(fields, "until");
    }

    private static Instant at(Fields fields, String name) {
        var text = fields.text(name, LONGEST_NAME);
        if (text == null) {
            throw new Unfit(fields.called(name) + " is missing");
        }
        try {
            var at = OffsetDateTime.parse(text.strip()).toInstant().truncatedTo(ChronoUnit.MICROS);
            if (at.isBefore(EARLIEST) || at.isAfter(Instant.parse("9999-01-01T00:00:00Z"))) {
                throw new Unfit(fields.called(name) + " is before 1970 or after 9998");
            }
            return at;
        } catch (DateTimeException noInstant) {
            throw new Unfit(fields.called(name) + " is no instant with a zone, such as 2026-01-05T09:00:00Z");
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            var json = JSON.readTree(bytes);
            if (!json.isObject()) {
                throw new Unfit("it is no JSON object");
            }
            return json;
        } catch (CharacterCodingException notUtf8) {
            throw new Unfit("it is not in UTF-8");
        } catch (JsonProcessingException broken) {
            throw new Unfit("it is no JSON: " + sentence(broken));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String sentence(JsonProcessingException broken) {
        var first = broken.getOriginalMessage().lines().findFirst().orElse("");
        return first.length() <= 200 ? first : first.substring(0, 200) + "…";
    }

    private static void requireKnown(JsonNode json) {
        for (var names = json.fieldNames(); names.hasNext(); ) {
            var name = names.next();
            if (!FIELDS.contains(name)) {
                throw new Unfit("there is no field `%s`".formatted(name.substring(0, Math.min(60, name.length()))));
            }
        }
    }

    private @Nullable String channel(Fields fields) {
        var channel = fields.line("channel", LONGEST_NAME);
        if (channel != null && !channels.contains(channel)) {
            throw new Unfit("`channel` is `%s`; it may be %s".formatted(channel, Kinds.among(channels)));
        }
        return channel;
    }

    /** An e-mail's own id is what answers to it name, so it is kept as such. */
    private static @Nullable String messageId(Fields fields) {
        return messageId(fields.name("id", LONGEST_NAME));
    }

    private static @Nullable String messageId(@Nullable String text) {
        var match = MESSAGE_ID.matcher(text == null ? "" : text.strip());
        return match.matches() ? match.group(1) : null;
    }

    private static List<String> names(Fields fields, What what) {
        var names = new ArrayList<String>();
        var answered = messageId(fields.name("in_reply_to", 1000));
        if (what instanceof What.Message || what instanceof What.BotMessage) {
            var own = messageId(fields);
            if (own != null) {
                names.add(own);
            }
            if (answered != null && !names.contains(answered)) {
                names.add(answered);
            }
        }
        return names;
    }

    /** Ids are unique among lines of one type; the same content is the same however its JSON is written. */
    private static String key(String type, Fields fields, JsonNode json) {
        var id = fields.name("id", LONGEST_NAME);
        return id == null ? "content " + hash(json) : type + " " + id;
    }

    private static String hash(JsonNode json) {
        try {
            var bytes = JSON.writeValueAsBytes(JSON.treeToValue(json, Object.class));
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
