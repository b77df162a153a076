package io.firth.survey.answer;

import io.firth.survey.Item;
import io.firth.survey.Scale;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A question that was asked.
 *
 * @param score of the last answer; null before the first
 * @param solved what that said of it; null where nothing
 * @param answers how many different ones were given
 */
record Asked(
        UUID id,
        UUID conversation,
        int occasion,
        boolean resolution,
        UUID account,
        UUID contact,
        Scale scale,
        List<Item> items,
        String language,
        Instant validUntil,
        @Nullable Integer score,
        @Nullable Boolean solved,
        int answers) {

    static Asked of(Row row) {
        OffsetDateTime until = row.getOffsetDateTime("valid_until");
        return new Asked(
                row.getUUID("id"),
                row.getUUID("conversation"),
                row.getInteger("occasion"),
                row.getBoolean("resolution"),
                row.getUUID("account"),
                row.getUUID("contact"),
                Scale.of(row.getString("scale")),
                Arrays.stream((String[]) row.getValue("items")).map(Item::of).toList(),
                row.getString("language"),
                until.toInstant(),
                row.getInteger("score"),
                row.getBoolean("solved"),
                row.getInteger("answers"));
    }

    boolean isOver() {
        return !validUntil.isAfter(Instant.now());
    }
}
