package io.firth.channel.webhook;

import io.firth.channel.Account;
import io.firth.channel.webhook.Payload.Person;
import io.firth.conversation.Address;
import io.firth.http.foreign.Clean;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who the people of an account are to us. */
final class People {

    static final String BY_ACCOUNT = "account";
    static final String BY_EMAIL = "email";
    static final String BY_PHONE = "phone";

    private static final int LONGEST_NAME = 200;

    private final Account account;

    People(Account account) {
        this.account = account;
    }

    /**
     * By the e-mail address or the telephone number where the account is set up so and it is given, and then the same person as on
     * every other channel; else by the other system's own id, which means nothing elsewhere.
     */
    Address address(@Nullable Person person) {
        if (person == null) {
            throw new Unreadable("`author` is missing.");
        }
        var by = account.settings().text("identity").orElse(BY_ACCOUNT);
        return shared(person, by).orElseGet(() -> own(person));
    }

    private Optional<Address> shared(Person person, String by) {
        return switch (by) {
            case BY_EMAIL ->
                matching(person.email(), "[^@\\s]{1,64}@[^@\\s]{1,190}")
                        .map(email -> new Address("email", email.toLowerCase(Locale.ROOT), name(person)));
            case BY_PHONE ->
                matching(person.phone(), "\\+[1-9]\\d{5,14}").map(phone -> new Address("phone", phone, name(person)));
            default -> Optional.empty();
        };
    }

    private Address own(Person person) {
        return new Address(kind(), Given.id("author.id", person.id()), name(person));
    }

    /** The last digits of a UUIDv7 are random. */
    private String kind() {
        return "webhook:" + account.id().toString().substring(28);
    }

    private static Optional<String> matching(@Nullable String value, String form) {
        return Optional.ofNullable(value).map(Clean::line).filter(line -> line.matches(form));
    }

    private static @Nullable String name(Person person) {
        var name = person.name() == null ? "" : Clean.line(person.name());
        return name.isEmpty() ? null : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
