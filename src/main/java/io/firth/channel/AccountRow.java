package io.firth.channel;

import io.firth.channel.Account.State;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "channel_account")
class AccountRow {

    @Id
    UUID id;

    String channel;
    String name;
    String address;
    String[] accepts;
    String state;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> settings;

    byte @Nullable [] secrets;
    Instant createdAt;
    Instant changedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    AccountRow() {}

    private AccountRow(Account account, Seal seal) {
        id = account.id();
        channel = account.type().word();
        name = account.name();
        address = account.address();
        accepts = account.accepts().toArray(String[]::new);
        state = account.state().name().toLowerCase(Locale.ROOT);
        settings = account.settings().values();
        secrets = account.settings().secrets().isEmpty()
                ? null
                : seal.seal(id, account.settings().secrets());
        createdAt = Instant.now();
        changedAt = createdAt;
    }

    static AccountRow of(Account account, Seal seal) {
        return new AccountRow(account, seal);
    }

    Account toDomain(Seal seal) {
        return new Account(
                id,
                ChannelType.of(channel),
                name,
                address,
                List.of(accepts),
                State.valueOf(state.toUpperCase(Locale.ROOT)),
                Settings.of(settings, secrets == null ? Map.of() : seal.open(id, secrets)));
    }
}
