package io.firth.conversation;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody can be reached on a channel.
 *
 * @param kind the kind of identity, in lower case: {@code email}, {@code phone}, …
 * @param value the address itself in its canonical form (an e-mail address in lower case)
 * @param name what the sender calls itself; a claim, not a fact
 */
public record Address(String kind, String value, @Nullable String name) {

    public static Address email(String value, @Nullable String name) {
        return new Address("email", value, name);
    }

    public boolean sameAs(Address other) {
        return kind.equals(other.kind) && value.equals(other.value);
    }
}
