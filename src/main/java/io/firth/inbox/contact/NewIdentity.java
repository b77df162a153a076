package io.firth.inbox.contact;

import io.firth.conversation.Refused;
import io.firth.http.Line;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Locale;

/** An address that an agent knows somebody by. */
record NewIdentity(
        @NotNull @Pattern(regexp = "[a-z_]{1,20}") String kind,
        @NotNull @Line @Size(max = 320) String value) {

    /** As channels write it, so that what comes from there is recognised. */
    String canonical() {
        var plain = value.strip();
        return switch (kind) {
            case "email" -> matching(plain.toLowerCase(Locale.ROOT), "[^@\\s]+@[^@\\s]+");
            case "phone" -> matching(plain.replaceAll("[\\s()./-]", ""), "\\+?[0-9]{3,20}");
            default -> plain;
        };
    }

    private static String matching(String value, String pattern) {
        if (!value.matches(pattern)) {
            throw new Refused("identity.malformed", "This is no address of that kind.");
        }
        return value;
    }
}
