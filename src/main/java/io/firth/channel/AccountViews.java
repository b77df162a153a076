package io.firth.channel;

import io.firth.channel.Deliveries.Figures;
import io.firth.conversation.NotFound;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows accounts, with how they are. */
@Singleton
class AccountViews {

    private final Accounts accounts;
    private final Deliveries deliveries;
    private final Vitals vitals;
    private final Refusals refusals;
    private final List<Channel> channels;

    AccountViews(
            Accounts accounts, Deliveries deliveries, Vitals vitals, Refusals refusals, @All List<Channel> channels) {
        this.accounts = accounts;
        this.deliveries = deliveries;
        this.vitals = vitals;
        this.refusals = refusals;
        this.channels = channels;
    }

    /** What the database knows of all of them. */
    private record Known(Map<UUID, Figures> figures, Map<UUID, Map<String, Long>> refused) {

        Figures figures(Account account) {
            return figures.getOrDefault(account.id(), Figures.NONE);
        }

        Map<String, Long> refused(Account account) {
            return refused.getOrDefault(account.id(), Map.of());
        }
    }

    /** @param withSettings whether the reader may see how they are set up */
    Uni<List<AccountView>> all(boolean withSettings) {
        return known().map(known -> accounts.present().stream()
                .flatMap(account -> view(account, known, withSettings).stream())
                .toList());
    }

    Uni<AccountView> one(Account account) {
        return known().map(known -> view(account, known, true).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("account", account.id())));
    }

    private Uni<Known> known() {
        return deliveries.figures().chain(figures -> refusals.counts().map(refused -> new Known(figures, refused)));
    }

    private List<AccountView> view(Account account, Known known, boolean withSettings) {
        return channels.stream()
                .filter(channel -> channel.type() == account.type())
                .map(channel -> view(account, channel, known, withSettings))
                .toList();
    }

    private AccountView view(Account account, Channel channel, Known known, boolean withSettings) {
        return new AccountView(
                account.id(),
                account.type().word(),
                account.name(),
                account.address(),
                account.accepts(),
                account.state().name().toLowerCase(Locale.ROOT),
                channel.hasWayOut(account) ? "relay" : "captured",
                account.settings().text("signature").orElse(null),
                withSettings ? account.settings().values() : Map.of(),
                withSettings ? new TreeSet<>(account.settings().secrets().keySet()) : Set.of(),
                channel.limits(account),
                health(account, known));
    }

    private Health health(Account account, Known known) {
        var figures = known.figures(account);
        var signs = vitals.of(account.id());
        var lag = signs.lag();
        return new Health(
                latest(signs.aliveAt(), figures.lastSent()),
                signs.receivedAt(),
                lag == null ? null : Long.valueOf(lag.toMillis()),
                figures.failures(),
                figures.oldest(),
                known.refused(account),
                signs.problem(),
                signs.problemSince());
    }

    private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
