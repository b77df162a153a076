package io.firth.metrics.projection;

import io.firth.metrics.fact.Buckets;
import io.firth.metrics.fact.Fact;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A fact as its row holds it; the names of the components are those of the columns. */
record FactRow(
        int kind,
        long conversation,
        int n,
        String stage,
        int cycle,
        Instant at,
        Instant openedAt,
        int openedBy,
        @Nullable Instant closedAt,
        @Nullable Integer closedBy,
        @Nullable Long wall,
        @Nullable Long business,
        @Nullable Integer bucket,
        @Nullable Long amount,
        int flags,
        @Nullable UUID contact,
        UUID account,
        String channel,
        @Nullable UUID team,
        @Nullable UUID agent,
        SortedSet<String> labels,
        String priority,
        String messageKind) {

    static FactRow of(Fact fact) {
        var key = fact.key();
        var of = fact.dimensions();
        var wall = fact.wallMicros();
        return new FactRow(
                key.kind().ordinal(),
                key.conversation(),
                key.n(),
                key.stage(),
                fact.cycle(),
                fact.at(),
                fact.openedAt(),
                fact.openedBy(),
                fact.closedAt(),
                fact.closedBy(),
                wall,
                fact.businessMicros(),
                wall == null ? null : Buckets.of(wall),
                fact.amount(),
                fact.flags(),
                fact.contact(),
                of.account(),
                of.channel(),
                of.team(),
                of.agent(),
                of.labels(),
                of.priority(),
                of.kind());
    }

    /** What makes it the same fact. @param bits that come to its flags */
    record Key(int kind, long conversation, int n, String stage, int bits) {

        static Key of(Fact.Key key, int bits) {
            return new Key(key.kind().ordinal(), key.conversation(), key.n(), key.stage(), bits);
        }
    }

    /** When a contact was there. */
    record Seen(int kind, UUID contact, Instant at) {

        static Optional<Seen> of(Fact fact) {
            return Optional.ofNullable(fact.contact())
                    .map(contact -> new Seen(fact.key().kind().ordinal(), contact, fact.at()));
        }
    }
}
