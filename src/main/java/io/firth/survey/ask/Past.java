package io.firth.survey.ask;

import io.firth.conversation.Entry;
import io.firth.journal.Journal;
import io.firth.journal.Recorded;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** As much of a conversation as has to be known to ask about it. */
@Singleton
class Past {

    /** A longer one without a word of its customer is nobody's conversation. */
    private static final int BEFORE = 500;

    private static final int MOST = 1000;

    private final Journal journal;

    Past(Journal journal) {
        this.journal = journal;
    }

    /** What happened before and after, in order. */
    Uni<List<Entry>> around(UUID conversation, int seq) {
        return journal.of(conversation, Math.max(0, seq - BEFORE), MOST)
                .map(recorded -> recorded.stream().map(Recorded::entry).toList());
    }
}
