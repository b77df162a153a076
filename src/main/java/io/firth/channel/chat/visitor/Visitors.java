package io.firth.channel.chat.visitor;

import io.firth.channel.chat.visitor.Visitor.Current;
import io.firth.conversation.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Those who chat, each once for an account. Who was merged into somebody is found as that one. */
@Singleton
public class Visitors {

    static final String COLUMNS = """
        select v.id, v.account, v.subject, v.name, v.email, v.email_proven, v.conversation, c.address, c.read_seq,
        """ + Conversations.BEGAN + """
         began from visitor v left join visitor_conversation c on c.conversation = v.conversation and c.visitor = v.id
        """;

    private static final String CREATE_PROVEN = """
        insert into visitor (id, account, name, email, subject, email_proven, here_until)
        values ($1, $2, $3, $4, $5, $6, now() + interval '1 minute')
        on conflict (account, subject) where subject is not null do update set here_until = excluded.here_until
        returning id
        """;

    /** The same first message again is from whoever never got the answer; once a token was shown back, it is from somebody else. */
    private static final String CREATE_ANONYMOUS = """
        insert into visitor (id, account, name, email, first_message, here_until)
        values ($1, $2, $3, $4, $5, now() + interval '1 minute')
        on conflict (account, first_message) where first_message is not null do update set here_until = excluded.here_until
            where not exists (select 1 from visitor_token t where t.visitor = visitor.id and t.used_at > t.created_at)
        returning id
        """;

    /** A proven address is not replaced by one that anybody typed. */
    private static final String DESCRIBE = """
        update visitor set
            name = coalesce($2, name),
            email = case when email_proven and not $4 then email else coalesce($3, email) end,
            email_proven = email_proven or ($4 and $3::text is not null)
        where id = $1
        """;

    private static final String MERGE = """
        with tokens as (update visitor_token set visitor = $2 where visitor = $1),
             conversations as (
                update visitor_conversation c set visitor = $2 where visitor = $1 and not exists (
                    select 1 from visitor_conversation other where other.visitor = $2 and other.conversation = c.conversation)),
             uploads as (update visitor_upload set visitor = $2 where visitor = $1),
             earlier as (update visitor set merged_into = $2 where merged_into = $1),
             gone as (update visitor set merged_into = $2 where id = $1 returning conversation, name, email)
        update visitor v set
            conversation = coalesce(gone.conversation, v.conversation),
            name = coalesce(v.name, gone.name),
            email = coalesce(v.email, gone.email)
        from gone where v.id = $2
        """;

    private final Pool pool;

    Visitors(Pool pool) {
        this.pool = pool;
    }

    public Uni<Optional<Visitor>> find(UUID id) {
        return pool.preparedQuery(
                        COLUMNS + "where v.id = (select coalesce(merged_into, id) from visitor where id = $1)")
                .execute(Tuple.of(id))
                .map(Visitors::first);
    }

    /** Whom a site has proved before. */
    public Uni<Optional<Visitor>> known(UUID account, String subject) {
        return pool.preparedQuery(COLUMNS + "where v.account = $1 and v.subject = $2")
                .execute(Tuple.of(account, subject))
                .map(Visitors::first);
    }

    /**
     * Somebody new; a proven person who was made meanwhile elsewhere is that one, and so is who sends a first message again
     * because its answer was lost.
     *
     * @param firstMessage the panel's own id of the message that they come with
     */
    public Uni<Visitor> create(UUID account, Optional<Identity> identity, Profile profile, UUID firstMessage) {
        return identity.map(person -> createProven(account, person, profile))
                .orElseGet(() -> createAnonymous(account, profile, firstMessage)
                        .onItem()
                        .ifNull()
                        .switchTo(() -> createAnonymous(account, profile, null)))
                .chain(this::find)
                .map(Optional::orElseThrow);
    }

    private Uni<@Nullable UUID> createProven(UUID account, Identity person, Profile profile) {
        var said = profile(person);
        return created(
                CREATE_PROVEN,
                person(
                                account,
                                said.name() == null ? profile.name() : said.name(),
                                said.email() == null ? profile.email() : said.email())
                        .addString(person.subject())
                        .addBoolean(said.email() != null && person.isProvenEmail()));
    }

    private Uni<@Nullable UUID> createAnonymous(UUID account, Profile profile, @Nullable UUID firstMessage) {
        return created(
                CREATE_ANONYMOUS,
                person(account, profile.name(), profile.email()).addValue(firstMessage));
    }

    private static Tuple person(UUID account, @Nullable String name, @Nullable String email) {
        return Tuple.tuple()
                .addUUID(Ids.next())
                .addUUID(account)
                .addString(name)
                .addString(email);
    }

    private Uni<@Nullable UUID> created(String sql, Tuple binds) {
        return pool.preparedQuery(sql)
                .execute(binds)
                .map(rows -> rows.iterator())
                .map(rows -> rows.hasNext() ? rows.next().getUUID(0) : null);
    }

    /** Takes over what somebody says of themselves. */
    public Uni<Visitor> describe(Visitor visitor, Profile profile) {
        return describe(visitor, profile, false);
    }

    /**
     * What a site has proved of the holder of a token. Somebody it has proved before, on another device, is joined: whoever
     * shows both the token and the proof is both.
     *
     * @return who it is from now on
     */
    public Uni<Visitor> prove(Visitor holder, Identity identity) {
        var profile = profile(identity);
        if (identity.subject().equals(holder.subject())) {
            return describe(holder, profile, identity.isProvenEmail());
        }
        return known(holder.account(), identity.subject())
                .chain(known -> known.map(person -> merge(holder, person)).orElseGet(() -> name(holder, identity)))
                .chain(person -> describe(person, profile, identity.isProvenEmail()));
    }

    /** These have a panel open; it counts for a minute. */
    public Uni<Void> here(List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery("update visitor set here_until = now() + interval '1 minute' where id = any($1)")
                        .execute(Tuple.of(ids.toArray(UUID[]::new)))
                        .replaceWithVoid();
    }

    /** The last panel of this one was closed. */
    public Uni<Void> gone(UUID id) {
        return pool.preparedQuery("update visitor set here_until = now() where id = $1")
                .execute(Tuple.of(id))
                .replaceWithVoid();
    }

    private Uni<Visitor> describe(Visitor visitor, Profile profile, boolean proven) {
        if (profile.name() == null && profile.email() == null) {
            return Uni.createFrom().item(visitor);
        }
        return pool.preparedQuery(DESCRIBE)
                .execute(Tuple.of(visitor.id(), profile.name(), profile.email(), proven))
                .chain(() -> find(visitor.id()))
                .map(Optional::orElseThrow);
    }

    private Uni<Visitor> merge(Visitor holder, Visitor person) {
        return pool.preparedQuery(MERGE)
                .execute(Tuple.of(holder.id(), person.id()))
                .chain(() -> find(person.id()))
                .map(Optional::orElseThrow);
    }

    /** Two devices that prove the same person at once: the index lets only the first name itself, the other joins it. */
    private Uni<Visitor> name(Visitor holder, Identity identity) {
        return pool.preparedQuery("update visitor set subject = $2 where id = $1 and subject is null")
                .execute(Tuple.of(holder.id(), identity.subject()))
                .chain(() -> find(holder.id()))
                .map(Optional::orElseThrow)
                .onFailure(PgException.class)
                .recoverWithUni(taken -> known(holder.account(), identity.subject())
                        .chain(person -> merge(holder, person.orElseThrow())));
    }

    private static Profile profile(Identity identity) {
        return new Profile(identity.name(), identity.email());
    }

    static Optional<Visitor> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(visitor(rows.iterator().next()));
    }

    private static Visitor visitor(Row row) {
        return new Visitor(
                row.getUUID("id"),
                row.getUUID("account"),
                row.getString("subject"),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("email_proven"),
                row.getString("address") == null
                        ? null
                        : new Current(
                                row.getUUID("conversation"),
                                row.getString("address"),
                                row.getInteger("read_seq"),
                                row.getBoolean("began")));
    }
}
