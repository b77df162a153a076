package io.firth.channel.webhook;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.channel.Refusals;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.regex.Pattern;

/** Counts what the {@link Door}, or a limit in front of it, turned away from an account. */
@Singleton
class Turnstile {

    /** Before every filter that may turn a request away. */
    private static final int FIRST = 1_100;

    private static final Pattern DOOR = Pattern.compile("/hooks/([0-9a-f-]{36})");

    private static final Map<Integer, String> REASONS =
            Map.of(401, "signature", 409, "stale", 413, "too_large", 429, "too_many");

    private final Accounts accounts;
    private final Refusals refusals;

    Turnstile(Accounts accounts, Refusals refusals) {
        this.accounts = accounts;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, FIRST);
    }

    private void watch(RoutingContext context) {
        var door = DOOR.matcher(context.normalizedPath());
        if (door.matches()) {
            context.addEndHandler(
                    done -> count(door.group(1), context.response().getStatusCode()));
        }
        context.next();
    }

    private void count(String account, int status) {
        var reason = REASONS.get(status);
        if (reason != null) {
            accounts.present().stream()
                    .filter(each -> each.type() == ChannelType.WEBHOOK)
                    .map(Account::id)
                    .filter(id -> id.toString().equals(account))
                    .forEach(id -> refusals.count(id, reason));
        }
    }
}
