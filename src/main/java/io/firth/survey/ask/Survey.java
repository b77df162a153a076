package io.firth.survey.ask;

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
 * One occasion to ask, claimed by whoever asks.
 *
 * @param occasion the {@code seq} of what it is about; @param resolution whether that is a resolution
 * @param begun whether the question may have been written already
 * @param validUntil null before it was asked
 */
record Survey(
        UUID id,
        UUID conversation,
        int occasion,
        boolean resolution,
        UUID account,
        UUID contact,
        boolean begun,
        Scale scale,
        List<Item> items,
        String language,
        @Nullable Instant validUntil) {

    static Survey of(Row row) {
        var until = row.getOffsetDateTime("valid_until");
        return new Survey(
                row.getUUID("id"),
                row.getUUID("conversation"),
                row.getInteger("occasion"),
                row.getBoolean("resolution"),
                row.getUUID("account"),
                row.getUUID("contact"),
                row.getString("state").equals("asking"),
                Scale.of(row.getString("scale")),
                Arrays.stream((String[]) row.getValue("items")).map(Item::of).toList(),
                row.getString("language"),
                instant(until));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
