package io.firth.inbox;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Ids;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.firth.staff.Access;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** What agents do: every change they ask for goes to the journal's writer in their name. */
@Singleton
public class Acting {

    private final Reading reading;
    private final Writer writer;

    Acting(Reading reading, Writer writer) {
        this.reading = reading;
        this.writer = writer;
    }

    /** @return the conversation afterwards */
    public Uni<Item> change(UUID id, Access access, List<Command> commands) {
        return reading.item(id, access)
                .chain(item -> carryOut(id, access, Ids.next().toString(), commands))
                .chain(written -> reading.changed(id, access));
    }

    /** @param key a second order with it in this conversation is answered as the first one was */
    public Uni<Written> carryOut(UUID id, Access access, String key, List<Command> commands) {
        return writer.write(
                new Work.Carry(id, Actor.agent(access.agent()), now(), access.agent(), id + " " + key, commands));
    }

    /** PostgreSQL keeps microseconds; a finer time would not be equal to itself read back. */
    public static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
