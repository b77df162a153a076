package io.firth.metrics.report;

import io.firth.http.Problem;
import io.firth.metrics.definition.Formula;
import io.firth.metrics.definition.Rows;
import io.firth.metrics.fact.Flag;
import io.firth.metrics.fact.Kind;
import io.firth.metrics.projection.Generation;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The facts behind a figure, page by page: the formula applied to all of them gives the figure. */
@Singleton
class Behind {

    private final Reports reports;

    Behind(Reports reports) {
        this.reports = reports;
    }

    /**
     * @param at the instant by which it belongs to the period
     * @param counts whether it hits, where the figure is a share, or its contact, where that is of contacts; null elsewhere
     * @param openedBy the {@code seq} of the interaction that began it
     * @param stands 1 for, −1 against, 0 neither, where the figure is a balance; null elsewhere
     * @param part {@code over} or {@code under} where the figure is a quotient of two counts; null elsewhere
     * @param answer what the customer said, where the figure is of answers to a survey; null elsewhere
     */
    record Item(
            UUID conversation,
            long number,
            String subject,
            int cycle,
            Instant at,
            int openedBy,
            @Nullable Integer closedBy,
            Instant openedAt,
            @Nullable Instant closedAt,
            @Nullable Double wallSeconds,
            @Nullable Double businessSeconds,
            @Nullable Long amount,
            @Nullable Boolean counts,
            @Nullable Integer stands,
            @Nullable String part,
            @Nullable UUID contact,
            @Nullable Answer answer,
            Of dimensions) {}

    /**
     * An answer to a survey.
     *
     * @param scale on which its score stands: {@code 1-5}, {@code thumbs} (1 is up), {@code 0-10} or {@code 1-3}
     * @param solved whether it was, as the customer says; null where they were not asked, or left it out; so with the next two
     */
    record Answer(
            String scale,
            int score,
            @Nullable String comment,
            @Nullable Boolean solved,
            @Nullable Boolean helpful,
            @Nullable Boolean comesBack) {

        private static final Set<Integer> KINDS = Set.of(Kind.CSAT.ordinal(), Kind.NPS.ordinal(), Kind.CES.ordinal());

        static @Nullable Answer of(Row row) {
            var said = KINDS.contains(row.getInteger("kind")) ? row.getJsonObject("said") : null;
            return said == null
                    ? null
                    : new Answer(
                            said.getString("scale"),
                            said.getInteger("score"),
                            said.getString("comment"),
                            said.getBoolean("solved"),
                            said.getBoolean("helpful"),
                            said.getBoolean("comes_back"));
        }
    }

    record Of(
            UUID account,
            String channel,
            @Nullable UUID team,
            @Nullable UUID agent,
            List<String> labels,
            String priority,
            String kind,
            @Nullable String stage) {}

    /** @param next what to ask with for the next page; null after the last one */
    record Page(List<Item> items, @Nullable String next) {}

    /** Where a page ended. */
    private record End(Instant at, long conversation, int n, String stage, int kind) {

        static End of(Row row) {
            return new End(
                    row.getOffsetDateTime("at").toInstant(),
                    row.getLong("conversation"),
                    row.getInteger("n"),
                    row.getString("stage"),
                    row.getInteger("kind"));
        }

        static End parse(String text) {
            try {
                var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
                return new End(
                        Instant.parse(parts[0]),
                        Long.parseLong(parts[1]),
                        Integer.parseInt(parts[2]),
                        parts[3],
                        Integer.parseInt(parts[4]));
            } catch (IllegalArgumentException | DateTimeParseException | ArrayIndexOutOfBoundsException malformed) {
                throw new Problem(
                        400, "list.invalid", "This list cannot be asked for", "This is not a cursor that a page gave.");
            }
        }

        String text() {
            var plain = at + " " + conversation + " " + n + " " + stage + " " + kind;
            return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
        }
    }

    Uni<Page> page(Question question, @Nullable String after, int limit) {
        var end = after == null ? null : End.parse(after);
        return reports.inSnapshot((database, generation) -> page(database, generation, question, end, limit));
    }

    private Uni<Page> page(
            SqlConnection database, Generation generation, Question question, @Nullable End after, int limit) {
        var sql = new Sql(question);
        var rows = question.definition().formula().rows();
        var parts = rows.stream()
                .map(all -> part(sql, question, all, after, limit + 1))
                .toList();
        var statement = """
                select x.*, c.id, c.subject, i.body as said, %s as returns from (%s) x
                join conversation c on c.number = x.conversation
                left join interaction i on i.conversation = x.conversation and i.seq = x.closed_by and i.type = 'rated'
                order by x.at, x.conversation, x.n, x.stage, x.kind limit %d""".formatted(returns(sql, question), String.join(" union all ", parts), limit + 1);
        return database.preparedQuery(generation.sql(statement))
                .execute(sql.tuple())
                .map(found -> {
                    var items = new ArrayList<Item>();
                    End last = null;
                    String next = null;
                    for (var row : found) {
                        if (items.size() == limit) {
                            next = last == null ? null : last.text();
                            break;
                        }
                        items.add(item(question, row));
                        last = End.of(row);
                    }
                    return new Page(items, next);
                });
    }

    private static String part(Sql sql, Question question, Rows all, @Nullable End after, int limit) {
        var behind = after == null
                ? ""
                : " and (f.at, f.conversation, f.n, f.stage, f.kind) > (%s, %s, %s, %s, %s)"
                        .formatted(
                                sql.bind(after.at()),
                                sql.bind(after.conversation()),
                                sql.bind(after.n()),
                                sql.bind(after.stage()),
                                sql.bind((short) after.kind()));
        var isOfAll = question.definition().formula() instanceof Formula.Portion;
        var label = question.groups().contains(Dimension.LABEL) && !isOfAll ? " and f.labels <> '{}'" : "";
        return """
                (select f.* from (select *, agent as assignee from metrics.fact) f
                 where f.kind = %d and %s and %s %s %s %s
                 order by f.at, f.conversation, f.n, f.stage limit %d)""".formatted(
                all.kind().ordinal(), Sql.matches(all), within(sql, question), sql.factFilters(), label, behind, limit);
    }

    /** Which of them belong to the period, as the formula has it. */
    private static String within(Sql sql, Question question) {
        var from = question.period().from();
        var to = question.period().to();
        var end = question.now().isBefore(to) ? question.now() : to;
        return switch (question.definition().formula()) {
            case Formula.Standing(var all, var age) -> stood(sql, question, end, age);
            case Formula.Oldest oldest -> stood(sql, question, end, null);
            case Formula.Carried carried ->
                anchored(sql, from, end) + " and " + Sql.stoodAt(sql.bind(end) + "::timestamptz");
            case Formula.Contacts contacts -> anchored(sql, from, to) + " and f.contact is not null";
            case Formula.Returning returning -> {
                var before = question.before();
                yield anchored(sql, before.from(), before.to()) + " and f.contact is not null";
            }
            case Formula.Share share
            when share.patience() != null ->
                anchored(sql, from, to)
                        + " and (f.flags & %d = 0 or f.opened_at <= %s)"
                                .formatted(
                                        Flag.OPEN.bit(), sql.bind(question.now().minus(share.patience())));
            default -> anchored(sql, from, to);
        };
    }

    private static String anchored(Sql sql, Instant from, Instant to) {
        return "f.at >= %s and f.at < %s".formatted(sql.bind(from), sql.bind(to));
    }

    private static String stood(Sql sql, Question question, Instant at, @Nullable Duration least) {
        var end = sql.bind(at) + "::timestamptz";
        return question.ages().condition(sql, "f.opened_at", end, least) + " and " + Sql.stoodAt(end);
    }

    private static Item item(Question question, Row row) {
        var formula = question.definition().formula();
        var flags = row.getInteger("flags");
        var stage = row.getString("stage");
        return new Item(
                row.getUUID("id"),
                row.getLong("conversation"),
                row.getString("subject"),
                row.getInteger("cycle"),
                row.getOffsetDateTime("at").toInstant(),
                row.getInteger("opened_by"),
                row.getInteger("closed_by"),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")),
                seconds(row.getLong("wall")),
                seconds(row.getLong("business")),
                row.getLong("amount"),
                counts(formula, flags, row.getBoolean("returns")),
                formula instanceof Formula.Balance balance ? stands(balance, flags) : null,
                formula instanceof Formula.Quotient quotient ? part(quotient, row.getInteger("kind")) : null,
                row.getUUID("contact"),
                Answer.of(row),
                new Of(
                        row.getUUID("account"),
                        row.getString("channel"),
                        row.getUUID("team"),
                        row.getUUID("agent"),
                        List.of(row.getArrayOfStrings("labels")),
                        row.getString("priority"),
                        row.getString("message_kind"),
                        stage.isEmpty() ? null : stage));
    }

    /** Whether the contact of {@code x} came back in the period; null where that is not asked. */
    private static String returns(Sql sql, Question question) {
        if (!(question.definition().formula() instanceof Formula.Returning(var all, var lost))) {
            return "null::boolean";
        }
        return "x.contact in (select f.contact from (select *, agent as assignee from metrics.fact) f"
                + " where f.kind = %d and %s and %s %s)"
                        .formatted(
                                all.kind().ordinal(),
                                anchored(
                                        sql,
                                        question.period().from(),
                                        question.period().to()),
                                Sql.matches(all),
                                sql.factFilters());
    }

    private static @Nullable Boolean counts(Formula formula, int flags, @Nullable Boolean returns) {
        return switch (formula) {
            case Formula.Share share -> isOne(share.hits(), flags);
            case Formula.Returning returning -> returns != null && returns != returning.lost();
            default -> null;
        };
    }

    private static boolean isOne(Rows rows, int flags) {
        return (flags & rows.all()) == rows.all() && (flags & rows.none()) == 0;
    }

    private static int stands(Formula.Balance balance, int flags) {
        return isOne(balance.positive(), flags) ? 1 : isOne(balance.negative(), flags) ? -1 : 0;
    }

    private static String part(Formula.Quotient quotient, int kind) {
        return Kind.values()[kind] == quotient.over().kind() ? "over" : "under";
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Double seconds(@Nullable Long micros) {
        return micros == null ? null : micros / 1e6;
    }
}
