package io.firth.channel.chat.visitor;

import io.firth.staff.Token;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What visitors are known by. A token that has grown old is replaced when it is shown; the old one ends a while after the new one
 * was first shown, and not before: an answer that never arrived must not lock anybody out.
 */
@Singleton
public class Tokens {

    private static final String PREFIX = "fv_";

    private static final String FIND = """
        select t.visitor, t.created_at, t.replaces from visitor_token t join visitor v on v.id = t.visitor
        where t.hash = $1 and v.account = $2 and t.used_at > now() - $3 * interval '1 second'
            and (t.ends_at is null or t.ends_at > now())
        """;

    private static final String USE = """
        with predecessor as (
            update visitor_token set ends_at = now() + $3 * interval '1 second' where hash = $2 and ends_at is null)
        update visitor_token set used_at = now(), replaces = null where hash = $1
        """;

    private static final String EXPIRED =
            "delete from visitor_token where used_at <= now() - $1 * interval '1 second' or ends_at <= now()";

    private final Pool pool;
    private final Visitors visitors;
    private final TokenConfig config;

    Tokens(Pool pool, Visitors visitors, TokenConfig config) {
        this.pool = pool;
        this.visitors = visitors;
        this.config = config;
    }

    /** Who shows a token. @param next the token to be shown from now on; null while this one is young enough */
    public record Shown(Visitor visitor, @Nullable Token next) {}

    private record Found(
            UUID visitor, Instant createdAt, @Nullable String replaces) {}

    public Uni<Token> issue(UUID visitor) {
        return issue(visitor, null);
    }

    /** Who a request of the page is of; empty where the token opens nothing. */
    public Uni<Optional<Visitor>> visitor(UUID account, Token token) {
        return find(account, token).chain(found -> found.map(it -> visitors.find(it.visitor()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** As {@link #visitor}, at the beginning of a visit: it keeps the token alive, and replaces it in time. */
    public Uni<Optional<Shown>> show(UUID account, Token token) {
        return find(account, token).chain(found -> found.map(it -> used(token, it))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    /** Forgets those that open nothing any more. */
    Uni<Void> sweep() {
        return pool.preparedQuery(EXPIRED)
                .execute(Tuple.of(config.idle().toSeconds()))
                .replaceWithVoid();
    }

    private Uni<Optional<Found>> find(UUID account, Token token) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of(token.hash(), account, config.idle().toSeconds()))
                .map(rows -> rows.rowCount() == 0
                        ? Optional.empty()
                        : Optional.of(found(rows.iterator().next())));
    }

    private Uni<Optional<Shown>> used(Token token, Found found) {
        return pool.preparedQuery(USE)
                .execute(Tuple.of(token.hash(), found.replaces(), config.grace().toSeconds()))
                .chain(() -> visitors.find(found.visitor()))
                .chain(visitor -> visitor.map(it -> shown(it, token, found))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Shown>> shown(Visitor visitor, Token token, Found found) {
        return isOld(found)
                ? issue(visitor.id(), token.hash()).map(next -> Optional.of(new Shown(visitor, next)))
                : Uni.createFrom().item(Optional.of(new Shown(visitor, null)));
    }

    private boolean isOld(Found found) {
        return Duration.between(found.createdAt(), Instant.now()).compareTo(config.rotation()) >= 0;
    }

    private Uni<Token> issue(UUID visitor, @Nullable String replaces) {
        var token = Token.fresh(PREFIX);
        return pool.preparedQuery("insert into visitor_token (hash, visitor, replaces) values ($1, $2, $3)")
                .execute(Tuple.of(token.hash(), visitor, replaces))
                .replaceWith(token);
    }

    private static Found found(Row row) {
        return new Found(
                row.getUUID("visitor"), row.getOffsetDateTime("created_at").toInstant(), row.getString("replaces"));
    }
}
