package io.firth.inbox;

import io.firth.conversation.Address;
import io.firth.http.Line;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to write to, as an agent names them.
 *
 * @param kind of address; absent: {@code email}
 */
public record Recipient(
        @Nullable @Line @Size(max = 20) String kind,
        @NotNull @Line @Size(max = 320) String value,
        @Nullable @Line @Size(max = 200) String name) {

    private static final String EMAIL = "email";

    /** In its canonical form; whether anybody can be reached there is the channel's to know. */
    public Address address() {
        var ofKind = kind == null ? EMAIL : kind.strip().toLowerCase(Locale.ROOT);
        var plain = value.strip();
        return new Address(ofKind, ofKind.equals(EMAIL) ? plain.toLowerCase(Locale.ROOT) : plain, name);
    }

    public static List<Address> addresses(@Nullable List<Recipient> recipients) {
        return recipients == null
                ? List.of()
                : recipients.stream().map(Recipient::address).distinct().toList();
    }
}
