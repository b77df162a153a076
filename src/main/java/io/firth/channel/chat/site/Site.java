package io.firth.channel.chat.site;

import io.firth.channel.Account;
import io.firth.channel.Channel;
import io.firth.channel.Field;
import io.firth.channel.Field.Kind;
import io.firth.channel.Settings;
import io.firth.conversation.Refused;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A chat account as its owner has set it up.
 *
 * @param color the brand's, as {@code #rrggbb}
 * @param right whether the launcher stands at the right
 * @param secrets by which the site proves who its visitors are; two, so that one can be exchanged
 * @param grace how long a visitor may be gone before what they have not seen goes to them by e-mail
 * @param renewal after how long without a word a resolved conversation is over, and the next message begins a new one
 */
public record Site(
        UUID account,
        String name,
        String color,
        String greeting,
        Origins origins,
        boolean right,
        List<String> languages,
        List<Question> questions,
        boolean verifiedOnly,
        List<byte[]> secrets,
        OfficeHours hours,
        Duration grace,
        Duration renewal) {

    /** A secret that can be guessed proves nothing; RFC 7518, 3.2 asks for as many bits as the hash has. */
    static final int SHORTEST_SECRET = 32;

    private static final String BLUE = "#2457d6";
    private static final int GRACE_MINUTES = 5;
    private static final int RENEWAL_HOURS = 24;

    /** What the form of an account asks for. */
    public static List<Field> fields() {
        return List.of(
                Field.required("origins", Kind.LIST),
                Field.initially("greeting", Kind.TEXT, "Hello! How can we help?"),
                Field.initially("color", Kind.TEXT, BLUE),
                Field.choice("position", "right", "left"),
                Field.optional("languages", Kind.LIST),
                Field.optional("pre_chat", Kind.LIST),
                Field.initially("verified_only", Kind.FLAG, "false"),
                Field.optional("identity_secret", Kind.SECRET),
                Field.optional("identity_secret_2", Kind.SECRET),
                Field.initially("zone", Kind.TEXT, "UTC"),
                Field.optional("hours", Kind.LIST),
                Field.initially("grace_minutes", Kind.NUMBER, Integer.toString(GRACE_MINUTES)),
                Field.initially("renewal_hours", Kind.NUMBER, Integer.toString(RENEWAL_HOURS)));
    }

    /** Customers reach it on the first of its sites. Fails as {@link #of}. */
    public static Channel.Place place(Settings settings) {
        var origins = of(new UUID(0, 0), "", settings).origins().allowed();
        return new Channel.Place(origins.isEmpty() ? "chat" : origins.getFirst(), List.of());
    }

    /** @throws Refused whose message says what is not right, for the one who set it */
    public static Site of(Account account) {
        return of(account.id(), account.name(), account.settings());
    }

    private static Site of(UUID account, String name, Settings settings) {
        try {
            return read(account, name, settings);
        } catch (IllegalArgumentException wrong) {
            throw new Refused("account.settings", String.valueOf(wrong.getMessage()));
        }
    }

    private static Site read(UUID account, String name, Settings settings) {
        return new Site(
                account,
                name,
                settings.text("color").map(Site::color).orElse(BLUE),
                settings.text("greeting").orElse(""),
                Origins.of(settings.list("origins")),
                !settings.text("position").orElse("right").equals("left"),
                settings.list("languages"),
                Question.of(settings.list("pre_chat")),
                settings.flag("verified_only", false),
                secrets(settings),
                OfficeHours.of(zone(settings.text("zone").orElse("UTC")), settings.list("hours")),
                Duration.ofMinutes(Math.max(0, settings.number("grace_minutes", GRACE_MINUTES))),
                Duration.ofHours(Math.max(0, settings.number("renewal_hours", RENEWAL_HOURS))));
    }

    private static List<byte[]> secrets(Settings settings) {
        return Stream.of("identity_secret", "identity_secret_2")
                .map(settings::secret)
                .flatMap(Optional::stream)
                .filter(secret -> !secret.isBlank())
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    private static String color(String text) {
        if (!text.strip().matches("#[0-9a-fA-F]{6}")) {
            throw new IllegalArgumentException("“%s” is no color; write something like %s.".formatted(text, BLUE));
        }
        return text.strip();
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException(
                    "“%s” is no time zone; write something like Europe/Paris.".formatted(text));
        }
    }
}
