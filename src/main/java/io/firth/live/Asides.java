package io.firth.live;

import io.firth.conversation.ReadMarked;
import io.firth.inbox.draft.DraftChanged;
import io.firth.inbox.draft.Drafts;
import io.firth.journal.Stages;
import io.firth.presence.Presence;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** What stands beside the journal and pages want to know all the same: how far somebody has read, who has a draft. */
@Singleton
class Asides {

    private final Drafts drafts;
    private final Presence presence;
    private final Hub hub;

    Asides(Drafts drafts, Presence presence, Hub hub) {
        this.drafts = drafts;
        this.presence = presence;
        this.hub = hub;
    }

    /** Drafts outlive a restart, presence does not. */
    void start(@Observes @Priority(Stages.REACTIONS) StartupEvent event) {
        drafts.unsent()
                .subscribe()
                .with(
                        unsent -> unsent.forEach(this::show),
                        failure -> Log.warnf("Earlier drafts are not shown: %s", failure.getMessage()));
    }

    void readMarked(@Observes ReadMarked marked) {
        hub.tellOwn(marked.agent(), "read:" + marked.conversation(), Map.of("seq", marked.seq()));
    }

    void draftChanged(@Observes DraftChanged changed) {
        var savedAt = changed.savedAt();
        show(changed);
        hub.tellOwn(
                changed.agent(),
                "draft:" + changed.conversation(),
                savedAt == null ? null : Map.of("saved_at", savedAt));
    }

    private void show(DraftChanged draft) {
        if (presence.draft(draft.conversation(), draft.agent(), draft.savedAt())) {
            hub.presenceChanged(draft.conversation());
        }
    }
}
