package io.firth.staff.people;

import io.firth.staff.signin.Passwords;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Before anything is served: an administrator from the environment, else a link to become one. */
@Singleton
class FirstStart {

    private static final int EARLY = 50;

    private final FirstAgent first;
    private final Passwords passwords;
    private final AdminConfig config;

    FirstStart(FirstAgent first, Passwords passwords, AdminConfig config) {
        this.first = first;
        this.passwords = passwords;
        this.config = config;
    }

    void start(@Observes @Priority(EARLY) StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::prepare);
    }

    private Uni<Void> prepare() {
        return first.isMissing()
                .chain(missing -> missing ? open() : Uni.createFrom().voidItem());
    }

    private Uni<Void> open() {
        var email = config.email().filter(text -> !text.isBlank());
        var password = config.password().filter(text -> !text.isBlank());
        return email.isPresent() && password.isPresent()
                ? create(email.get(), password.get())
                : first.link().invoke(FirstStart::show).replaceWithVoid();
    }

    private Uni<Void> create(String email, String password) {
        return passwords
                .hash(password)
                .chain(hash -> first.create(new FirstAgent.NewAgent(name(email), email, hash)))
                .invoke(id -> Log.infof("%s is the first administrator", email))
                .replaceWithVoid();
    }

    private static String name(String email) {
        return email.replaceFirst("@.*", "");
    }

    private static void show(String link) {
        Log.infof(
                "Nobody can sign in yet. Open this link to become the first administrator (once, within a day):%n%n    %s%n",
                link);
    }
}
