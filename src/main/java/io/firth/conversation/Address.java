package io.firth.conversation;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody can be reached on a channel.
 *
 * @param kind the kind of identity, in lower case: {@code email}, {@code phone}, …
 * @param value the address itself in its canonical form (an e-mail address in lower case)
 * @param name what the sender calls itself; a claim, not a fact
 */
public record Address(String kind, String value, @Nullable String name) {

    private static final Set<String> UNREAD =
            Set.of("noreply", "no-reply", "donotreply", "do-not-reply", "mailer-daemon", "postmaster", "bounce");

    public static Address email(String value, @Nullable String name) {
        return new Address("email", value, name);
    }

    /** Whether somebody may read what is sent there; nobody reads the mail of {@code noreply@}. */
    public boolean isRead() {
        return !kind.equals("email") || !UNREAD.contains(value.substring(0, Math.max(0, value.lastIndexOf('@'))));
    }

    public boolean sameAs(Address other) {
        return kind.equals(other.kind) && value.equals(other.value);
    }
}
