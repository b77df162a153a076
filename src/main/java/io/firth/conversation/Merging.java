package io.firth.conversation;

import io.firth.conversation.Interaction.StatusChanged;
import java.util.List;
import java.util.UUID;

/** How a conversation as it stands now goes on in another one, takes another one over, and parts from it again. */
record Merging(Conversation now) {

    List<Interaction> mergeInto(UUID into, long number) {
        requireUnmerged();
        if (into.equals(now.id())) {
            throw new Refused("merge.itself", "A conversation cannot be merged into itself.");
        }
        var merged = new Interaction.MergedInto(into, number);
        return now.status().category() == Category.RESOLVED
                ? List.of(merged)
                : List.of(merged, new StatusChanged(Status.of(Category.RESOLVED), null));
    }

    List<Interaction> takeOver(Conversation other, long number) {
        requireUnmerged();
        var participants = other.parties().verified();
        var waitingSince = other.turn().waitingSince();
        var merged = new Interaction.Merged(other.id(), number, participants, waitingSince);
        return waitingSince == null || now.status().category() == Category.OPEN || now.isSpam()
                ? List.of(merged)
                : List.of(merged, new StatusChanged(Status.OPEN, null));
    }

    /** Only the one that was merged away opens again; the other is told. */
    List<Interaction> separate(UUID other, long number) {
        var separated = new Interaction.Separated(other, number);
        return other.equals(now.mergedInto())
                ? List.of(separated, new StatusChanged(Status.OPEN, null))
                : List.of(separated);
    }

    private void requireUnmerged() {
        if (now.mergedInto() != null) {
            throw new Refused("conversation.merged", "This conversation goes on in another one already.");
        }
    }
}
