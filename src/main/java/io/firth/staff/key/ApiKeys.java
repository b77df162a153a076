package io.firth.staff.key;

import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.staff.Role;
import io.firth.staff.Token;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Keys of programs. Each acts as the agent who made it, and ends with it. */
@Singleton
public class ApiKeys {

    private static final int HINT = 4;

    Uni<List<Item>> all(Mutiny.StatelessSession session) {
        return session.createQuery("from ApiKeyRow order by createdAt, id", ApiKeyRow.class)
                .getResultList()
                .map(rows -> rows.stream().map(Item::of).toList());
    }

    Uni<Fresh> add(Mutiny.StatelessSession session, String name, Role role, UUID agent) {
        var token = Token.fresh(Token.KEY);
        var row = new ApiKeyRow();
        row.id = Ids.next();
        row.name = name.strip();
        row.role = role;
        row.agent = agent;
        row.secretHash = token.hash();
        row.hint = token.text().substring(token.text().length() - HINT);
        row.createdAt = Instant.now();
        return session.insert(row).replaceWith(() -> new Fresh(Item.of(row), token.text()));
    }

    /** Fails with {@link NotFound}. */
    Uni<ApiKeyRow> end(Mutiny.StatelessSession session, UUID id) {
        return session.get(ApiKeyRow.class, id)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("key", id))
                .call(session::delete);
    }

    /** Of an agent who leaves. */
    public Uni<Void> endAll(Mutiny.StatelessSession session, UUID agent) {
        return session.createMutationQuery("delete ApiKeyRow where agent = :agent")
                .setParameter("agent", agent)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * A key as it is listed.
     *
     * @param hint the last characters of its secret
     */
    record Item(
            UUID id,
            String name,
            Role role,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            String hint) {

        static Item of(ApiKeyRow row) {
            return new Item(row.id, row.name, row.role, row.createdAt, row.lastUsedAt, row.hint);
        }
    }

    /** @param secret shown this once */
    record Fresh(Item key, String secret) {}
}
