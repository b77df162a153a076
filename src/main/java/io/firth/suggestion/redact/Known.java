package io.firth.suggestion.redact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What we hold of the people of one conversation.
 *
 * @param contact the contact's name, as one line
 * @param identities of the contact: addresses of mail, numbers of phones, handles, in any order and notation
 * @param agents the names of all who wrote; where a template is filled, who writes now comes first
 * @param further other values that are the contact's own, such as orders and attributes; those shorter than three letters or digits are
 *     not looked for
 */
public record Known(@Nullable String contact, List<String> identities, List<String> agents, List<String> further) {

    public static final Known NOTHING = new Known(null, List.of(), List.of(), List.of());

    public Known {
        identities = List.copyOf(identities);
        agents = List.copyOf(agents);
        further = List.copyOf(further);
    }

    /** What slots can be filled with, by their names without braces. */
    public Map<String, String> filling() {
        var filling = new LinkedHashMap<String, String>();
        if (contact != null && Kind.of(contact) != Kind.EMAIL) {
            var name = Name.of(contact);
            put(filling, "contact.name", name.whole());
            put(filling, "contact.first_name", name.first());
            put(filling, "contact.last_name", name.last());
        }
        for (var identity : identities) {
            put(filling, "contact." + Kind.of(identity).word, identity);
        }
        if (!agents.isEmpty()) {
            var name = Name.of(agents.getFirst());
            put(filling, "agent.name", name.whole());
            put(filling, "agent.first_name", name.first());
            put(filling, "agent.last_name", name.last());
        }
        return filling;
    }

    private static void put(Map<String, String> filling, String slot, String value) {
        if (!value.isBlank()) {
            filling.putIfAbsent(slot, value);
        }
    }

    /** Of an identity, by its looks. */
    enum Kind {
        EMAIL("email"),
        PHONE("phone"),
        HANDLE("handle");

        final String word;

        Kind(String word) {
            this.word = word;
        }

        static Kind of(String identity) {
            if (identity.indexOf('@') > 0) {
                return EMAIL;
            }
            long letters = identity.chars().filter(Character::isLetter).count();
            long digits = identity.chars().filter(Character::isDigit).count();
            return letters == 0 && digits >= 5 ? PHONE : HANDLE;
        }
    }
}
