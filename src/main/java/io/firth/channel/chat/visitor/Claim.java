package io.firth.channel.chat.visitor;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.jspecify.annotations.Nullable;

/**
 * By what a page says who its visitor is: a signed token, or the keyed hash of a user id with a name and an address that nobody
 * has signed.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Claim(
        @Nullable String jwt,
        @Nullable String userId,
        @Nullable String hmac,
        @Nullable String name,
        @Nullable String email) {

    @Override
    public String toString() {
        return "Claim[…]";
    }
}
