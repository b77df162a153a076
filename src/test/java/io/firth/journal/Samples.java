package io.firth.journal;

import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Origin;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work for the writer, with everything that does not matter filled in. */
public final class Samples {

    public static final UUID SUPPORT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    public static final Address ADA = Address.email("ada@customer.example", "Ada Lovelace");
    public static final Address STRANGER = Address.email("mallory@elsewhere.example", "Mallory");
    public static final UUID ANNA = UUID.fromString("01900000-0000-7000-8000-00000000000a");
    public static final UUID BO = UUID.fromString("01900000-0000-7000-8000-00000000000b");

    private Samples() {}

    public static Work.Take mail(String id, Address from, String text, Hint... hints) {
        return new Work.Take(arrival(id, from, text, hints), raw(text));
    }

    public static Arrival arrival(String id, Address from, String text, Hint... hints) {
        return new Arrival(
                SUPPORT,
                List.of("mail " + id),
                now(),
                List.of(hints),
                List.of(id),
                Origin.HUMAN,
                from,
                List.of(),
                List.of(),
                "Where is my parcel?",
                Content.of(text),
                id,
                null);
    }

    public static Arrival as(Origin origin, Arrival arrival) {
        return new Arrival(
                arrival.account(),
                arrival.dedupKeys(),
                arrival.at(),
                arrival.hints(),
                arrival.threadKeys(),
                origin,
                arrival.from(),
                arrival.to(),
                arrival.cc(),
                arrival.subject(),
                arrival.content(),
                arrival.externalId(),
                arrival.trust());
    }

    public static Raw raw(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Raw(
                Ids.next(), SUPPORT, "email", now(), "ada@customer.example", List.of(), bytes.length, null, bytes);
    }

    public static Work.Carry order(UUID conversation, UUID agent, @Nullable String key, Command... commands) {
        return new Work.Carry(
                conversation,
                Actor.agent(agent),
                now(),
                agent,
                key == null ? Ids.next().toString() : key,
                List.of(commands));
    }

    public static Command.Reply reply(String text, int baseSeq) {
        return new Command.Reply(Content.of(text), Address.email("support@example.org", "Support"), baseSeq, true);
    }

    /** PostgreSQL keeps microseconds. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
