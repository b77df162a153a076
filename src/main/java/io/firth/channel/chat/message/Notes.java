package io.firth.channel.chat.message;

import io.firth.conversation.Actor;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Refused;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the team should know of a conversation, in the conversation. */
@Singleton
public class Notes {

    private final Writer writer;

    Notes(Writer writer) {
        this.writer = writer;
    }

    /** Written once for its key. A note for a conversation that takes none is left out. */
    public Uni<Void> write(UUID conversation, Actor by, String key, String words) {
        return writer.write(new Work.Carry(
                        conversation,
                        by,
                        Instant.now(),
                        conversation,
                        key,
                        List.of(new Command.WriteNote(Content.of(words)))))
                .replaceWithVoid()
                .onFailure(Refused.class)
                .recoverWithNull();
    }
}
