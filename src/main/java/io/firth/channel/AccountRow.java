package io.firth.channel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

@Entity
@Table(name = "channel_account")
class AccountRow {

    @Id
    UUID id;

    String channel;
    String name;
    String address;
    String[] accepts;
    boolean active;
    Instant createdAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    AccountRow() {}

    private AccountRow(Account account) {
        id = account.id();
        channel = account.type().name().toLowerCase(Locale.ROOT);
        name = account.name();
        address = account.address();
        accepts = account.accepts().toArray(String[]::new);
        active = true;
        createdAt = Instant.now();
    }

    static AccountRow of(Account account) {
        return new AccountRow(account);
    }

    Account toDomain() {
        return new Account(id, ChannelType.valueOf(channel.toUpperCase(Locale.ROOT)), name, address, List.of(accepts));
    }
}
