package io.firth.channel.email.send;

import io.firth.channel.Undeliverable;
import io.firth.conversation.Address;
import io.firth.http.foreign.Clean;
import java.net.IDN;
import java.util.List;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.jspecify.annotations.Nullable;

/** Addresses as mail writes them. */
final class Mailboxes {

    private Mailboxes() {}

    static List<Mailbox> of(List<Address> addresses) {
        return addresses.stream().map(it -> of(it.value(), it.name())).toList();
    }

    static Mailbox of(String written, @Nullable String name) {
        String address = ascii(written);
        int at = address.lastIndexOf('@');
        String shown = name == null ? "" : Clean.line(name);
        return new Mailbox(shown.isEmpty() ? null : shown, address.substring(0, at), address.substring(at + 1));
    }

    /**
     * The address with its domain in the letters that every relay knows (IDNA).
     *
     * @throws Undeliverable where it is none
     */
    static String ascii(String address) {
        int at = address.lastIndexOf('@');
        try {
            String domain = IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
            String ascii = address.substring(0, Math.max(at, 0)) + "@" + domain;
            if (at > 0 && isPlain(ascii)) {
                return ascii;
            }
        } catch (IllegalArgumentException noDomain) {
            // It is refused below, as any other that is no address.
        }
        throw new Undeliverable("“" + Clean.line(address) + "” is no e-mail address that mail can be sent to.");
    }

    /** Whether it may stand between angle brackets: an address or a message id. */
    static boolean isPlain(String id) {
        return id.length() > 2
                && id.length() < 250
                && id.chars().allMatch(c -> c > ' ' && c < 127 && c != '<' && c != '>');
    }
}
