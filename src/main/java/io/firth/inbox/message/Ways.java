package io.firth.inbox.message;

import io.firth.channel.Account;
import io.firth.channel.Account.State;
import io.firth.channel.Accounts;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.inbox.Item;
import io.firth.staff.Access;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds by which account something goes out. */
@Singleton
class Ways {

    private final Accounts accounts;
    private final Map<ChannelType, Channel> channels;

    Ways(Accounts accounts, @All List<Channel> channels) {
        this.accounts = accounts;
        this.channels = channels.stream().collect(Collectors.toMap(Channel::type, Function.identity()));
    }

    /** The one that a conversation came by. */
    Way of(Item item) {
        return accounts.find(item.account())
                .map(this::way)
                .orElseThrow(
                        () -> new Refused("account.gone", "The account this conversation came by is no longer here."));
    }

    /** One by which this agent may begin a conversation. */
    Way toBegin(UUID account, Access access) {
        var way = accounts.find(account)
                .filter(found -> access.sees(null, found.id(), null))
                .map(this::way)
                .orElseThrow(() -> new NotFound("account", account));
        if (way.account().state() != State.ACTIVE) {
            throw new Refused("account.paused", "This account is paused; nothing goes out by it now.");
        }
        if (!way.limits().begins()) {
            throw new Refused("account.answers_only", "By this channel only customers begin a conversation.");
        }
        return way;
    }

    private Way way(Account account) {
        var channel = channels.get(account.type());
        if (channel == null) {
            throw new Refused(
                    "channel.gone",
                    "This version of Firth does not know the channel "
                            + account.type().word() + ".");
        }
        return new Way(account, channel.limits(account));
    }
}
