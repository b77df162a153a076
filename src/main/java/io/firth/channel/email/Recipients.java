package io.firth.channel.email;

import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.email.ids.SignedIds;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Which of our accounts an address belongs to. What follows a plus sign in its local part does not count. */
final class Recipients {

    private Recipients() {}

    static Optional<Account> account(Collection<Account> accounts, String address) {
        String plain = SignedIds.withoutDetail(address.strip().toLowerCase(Locale.ROOT));
        String domain = plain.substring(plain.lastIndexOf('@') + 1);
        return accepting(accounts, plain)
                .or(() -> accepting(accounts, address.strip().toLowerCase(Locale.ROOT)))
                .or(() -> accepting(accounts, "*@" + domain))
                .or(() -> plain.contains("@") ? accepting(accounts, "*") : Optional.empty());
    }

    /** Whether it is an address of ours, and not only one that a wildcard lets in. */
    static boolean isOurs(Collection<Account> accounts, String address) {
        return accepting(accounts, SignedIds.withoutDetail(address.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
    }

    private static Optional<Account> accepting(Collection<Account> accounts, String word) {
        return accounts.stream()
                .filter(account -> account.type() == ChannelType.EMAIL)
                .filter(account -> account.address().equalsIgnoreCase(word)
                        || account.accepts().contains(word))
                .findFirst();
    }
}
