package io.firth.customer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes to us.
 *
 * @param name what they called themselves first, or what agents call them; null where nobody did
 * @param createdAt when their first message came
 * @param blocked whether what they write is kept and nobody is told
 * @param notes what agents remember of them
 */
public record Contact(
        UUID id, @Nullable String name, Instant createdAt, boolean blocked, String notes, List<Identity> identities) {

    /**
     * Where a contact can be reached.
     *
     * @param verified whether somebody or something has proved that it is theirs
     */
    public record Identity(String kind, String value, boolean verified) {}
}
