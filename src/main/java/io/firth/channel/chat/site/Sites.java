package io.firth.channel.chat.site;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.channel.Vitals;
import io.firth.conversation.Refused;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The chat accounts that take part now, as they are set up. One that is not set up right does not take part, and says so. */
@Singleton
public class Sites {

    private static final String DEMO = "demo";

    private final Accounts accounts;
    private final Vitals vitals;
    private final DemoConfig demo;

    Sites(Accounts accounts, Vitals vitals, DemoConfig demo) {
        this.accounts = accounts;
        this.vitals = vitals;
        this.demo = demo;
    }

    public List<Site> all() {
        return chats().flatMap(account -> site(account).stream()).toList();
    }

    /** @param word an account's id, or {@code demo} for the first account while there is a page that shows it */
    public Optional<Site> find(String word) {
        return word.equals(DEMO) && demo.demoPage()
                ? chats().findFirst().flatMap(this::site)
                : id(word).flatMap(this::find);
    }

    public Optional<Site> find(UUID account) {
        return chats().filter(each -> each.id().equals(account)).findFirst().flatMap(this::site);
    }

    private Stream<Account> chats() {
        return accounts.active().stream().filter(account -> account.type() == ChannelType.CHAT);
    }

    private Optional<Site> site(Account account) {
        try {
            return Optional.of(Site.of(account));
        } catch (Refused wrong) {
            vitals.failed(account.id(), String.valueOf(wrong.getMessage()));
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(String word) {
        try {
            return Optional.of(UUID.fromString(word));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
