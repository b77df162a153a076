package io.firth.channel;

import io.firth.channel.Account.State;
import io.firth.channel.AccountsResource.AccountChange;
import io.firth.channel.AccountsResource.Draft;
import io.firth.channel.AccountsResource.Kind;
import io.firth.channel.AccountsResource.NewAccount;
import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.staff.audit.Audit;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Adds, changes, tries, pauses and removes accounts, as administrators ask for it. */
@Singleton
class Setup {

    private final Accounts accounts;
    private final Connections connections;
    private final Audit audit;
    private final List<Channel> channels;

    Setup(Accounts accounts, Connections connections, Audit audit, @All List<Channel> channels) {
        this.accounts = accounts;
        this.connections = connections;
        this.audit = audit;
        this.channels = channels;
    }

    List<Kind> kinds() {
        return channels.stream()
                .map(channel -> new Kind(channel.type().word(), channel.fields()))
                .toList();
    }

    Uni<Account> add(UUID administrator, NewAccount asked) {
        var channel = channel(asked.channel());
        var settings = Settings.NONE.with(asked.settings(), asked.secrets());
        FieldCheck.require(channel.fields(), settings);
        var place = channel.place(settings);
        var account = new Account(
                Ids.next(),
                channel.type(),
                asked.name().strip(),
                place.address(),
                place.accepts(),
                State.ACTIVE,
                settings);
        return accounts.add(account, note(administrator, "account.added")).invoke(connections::follow);
    }

    Uni<Account> change(UUID administrator, UUID id, AccountChange asked) {
        return accounts.change(id, before -> changed(before, asked), note(administrator, "account.changed"))
                .invoke(connections::follow);
    }

    /** What an account would do with these settings; the secrets that are not given are those it has. */
    Uni<List<Trial>> test(Draft draft) {
        var channel = channel(draft.channel());
        var known = draft.id() == null
                ? Settings.NONE
                : accounts.find(draft.id())
                        .map(Account::settings)
                        .orElseThrow(() -> new NotFound("account", String.valueOf(draft.id())));
        var settings = known.with(draft.settings(), draft.secrets());
        FieldCheck.require(channel.fields(), settings);
        var place = channel.place(settings);
        new KeptSecrets(channel, known).requireSamePlaces(settings, draft.secrets());
        var id = draft.id() == null ? Ids.next() : draft.id();
        return channel.test(new Account(
                id, channel.type(), draft.channel(), place.address(), place.accepts(), State.PAUSED, settings));
    }

    Uni<Void> pause(UUID administrator, UUID id) {
        return accounts.change(id, in(State.PAUSED), note(administrator, "account.paused"))
                .invoke(connections::follow)
                .replaceWithVoid();
    }

    Uni<Void> resume(UUID administrator, UUID id) {
        return accounts.change(id, in(State.ACTIVE), note(administrator, "account.resumed"))
                .invoke(connections::follow)
                .replaceWithVoid();
    }

    Uni<Void> remove(UUID administrator, UUID id) {
        return accounts.change(id, Setup::removed, note(administrator, "account.removed"))
                .invoke(connections::follow)
                .replaceWithVoid();
    }

    private Account changed(Account before, AccountChange asked) {
        var channel = channel(before.type().word());
        var secrets = asked.secrets() == null ? Map.<String, String>of() : asked.secrets();
        var settings = before.settings().with(asked.settings() == null ? Map.of() : asked.settings(), secrets);
        var name = asked.name() == null ? before.name() : asked.name().strip();
        if (settings.equals(before.settings())) {
            return with(before, name, before.state(), settings);
        }
        FieldCheck.require(channel.fields(), settings);
        var place = channel.place(settings);
        new KeptSecrets(channel, before.settings()).requireSamePlaces(settings, secrets);
        return new Account(
                before.id(), before.type(), name, place.address(), place.accepts(), before.state(), settings);
    }

    private static UnaryOperator<Account> in(State state) {
        return account -> with(account, account.name(), state, account.settings());
    }

    private static Account removed(Account account) {
        return with(
                account,
                account.name(),
                State.REMOVED,
                Settings.of(account.settings().values(), Map.of()));
    }

    private static Account with(Account account, String name, State state, Settings settings) {
        return new Account(account.id(), account.type(), name, account.address(), account.accepts(), state, settings);
    }

    private Accounts.Beside note(UUID administrator, String action) {
        return (session, account) -> audit.record(session, administrator, action, account.name());
    }

    private Channel channel(String word) {
        return channels.stream()
                .filter(channel -> channel.type().word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new Refused("channel.unknown", "There is no channel " + word + "."));
    }
}
