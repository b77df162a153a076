package io.firth.staff;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;

/**
 * Knows by a session or a key who asks, and what it may see: one statement, read anew for every request, so that a
 * change counts at once on every node.
 *
 * <p>A key acts as the agent who made it, with the lower of both roles.
 */
@Singleton
public class Gate implements IdentityProvider<Credential> {

    private static final String CREDENTIAL = "firth.credential";

    private final Pool pool;

    Gate(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Class<Credential> getRequestType() {
        return Credential.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Credential credential, AuthenticationRequestContext context) {
        return let(credential);
    }

    /**
     * The same asker as it stands now; for sockets, which outlive what they were opened with. Fails with
     * {@link AuthenticationFailedException} when its session, its key or its agent is no more.
     */
    public Uni<SecurityIdentity> renew(SecurityIdentity identity) {
        Credential credential = identity.getAttribute(CREDENTIAL);
        return credential == null ? Uni.createFrom().failure(new AuthenticationFailedException()) : let(credential);
    }

    /** A screen on the wall. Fails with {@link AuthenticationFailedException} for the key of anything else. */
    public Uni<SecurityIdentity> wall(Token key) {
        return let(new Credential(Credential.Kind.WALL, key));
    }

    /** The hash of the session that the asker came with; of no session if it came with a key. */
    public static String session(SecurityIdentity identity) {
        Credential credential = identity.getAttribute(CREDENTIAL);
        return credential != null && credential.kind() == Credential.Kind.SESSION ? credential.hash() : "";
    }

    private Uni<SecurityIdentity> let(Credential credential) {
        return pool.preparedQuery(GateSql.find(credential.kind()))
                .execute(Tuple.of(credential.hash()))
                .map(Gate::only)
                .call(row -> noteUse(credential, row))
                .map(row -> identity(credential, row));
    }

    private static Row only(RowSet<Row> rows) {
        if (rows.rowCount() == 0) {
            throw new AuthenticationFailedException();
        }
        return rows.iterator().next();
    }

    private Uni<?> noteUse(Credential credential, Row row) {
        return row.getBoolean("stale")
                ? pool.preparedQuery(GateSql.use(credential.kind())).execute(Tuple.of(credential.hash()))
                : Uni.createFrom().voidItem();
    }

    private static SecurityIdentity identity(Credential credential, Row row) {
        var access = access(row);
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(access.agent().toString()))
                .addRoles(access.role().words())
                .addAttribute(Access.ATTRIBUTE, access)
                .addAttribute(CREDENTIAL, credential)
                .build();
    }

    private static Access access(Row row) {
        var role = Role.ofWord(row.getString("role")).atMost(Role.ofWord(row.getString("at_most")));
        return new Access(row.getUUID("id"), role, ids(row, "hidden_teams"), ids(row, "hidden_accounts"));
    }

    private static Set<UUID> ids(Row row, String column) {
        return Set.of(row.getArrayOfUUIDs(column));
    }
}
