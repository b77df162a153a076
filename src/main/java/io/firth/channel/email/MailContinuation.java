package io.firth.channel.email;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.channel.Continuation;
import io.firth.channel.Delivered;
import io.firth.channel.Outbound;
import io.firth.channel.Undeliverable;
import io.firth.channel.email.send.Postman;
import io.firth.conversation.Address;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Carries a message of another channel to somebody's mailbox, from the first account that can send mail. Its reply address
 * names the conversation it is of, whatever channel that began on, so an answer goes on there.
 */
@Singleton
class MailContinuation implements Continuation {

    private final Supplier<List<Account>> accounts;
    private final Postman postman;

    @Inject
    MailContinuation(Accounts accounts, Postman postman) {
        this(accounts::active, postman);
    }

    MailContinuation(Supplier<List<Account>> accounts, Postman postman) {
        this.accounts = accounts;
        this.postman = postman;
    }

    @Override
    public boolean isPossible() {
        return sender().isPresent();
    }

    @Override
    public Uni<Delivered> byMail(Outbound message, Address to, Runnable handover) {
        return Uni.createFrom()
                .item(() ->
                        postman.send(addressed(message, to), sender().orElseThrow(MailContinuation::nobody), handover))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
    }

    private Optional<Account> sender() {
        return accounts.get().stream()
                .filter(account -> account.type() == ChannelType.EMAIL)
                .filter(postman::hasWayOut)
                .findFirst();
    }

    private static Undeliverable nobody() {
        return new Undeliverable("No e-mail account can send.");
    }

    private static Outbound addressed(Outbound message, Address to) {
        return new Outbound(
                message.id(),
                message.account(),
                message.conversation(),
                message.seq(),
                message.at(),
                message.sender(),
                message.subject(),
                List.of(to),
                List.of(),
                List.of(),
                message.content(),
                message.answers(),
                message.origin());
    }
}
