package io.firth.staff;

import io.firth.staff.signin.Passwords;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.VertxContextSupport;
import io.vertx.mutiny.sqlclient.Tuple;

/** A signed-in agent that also has a password. */
final class Joined {

    private Joined() {}

    static SignedIn as(Role role, String password) {
        var agent = SignedIn.as(role);
        SignedIn.run("update agent set password = $1 where id = $2", Tuple.of(hash(password), agent.agent()));
        return agent;
    }

    private static String hash(String password) {
        var passwords = Arc.container().instance(Passwords.class).get();
        try {
            return VertxContextSupport.subscribeAndAwait(() -> passwords.hash(password));
        } catch (Throwable failed) {
            throw new AssertionError(failed);
        }
    }
}
