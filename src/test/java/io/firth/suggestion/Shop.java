package io.firth.suggestion;

import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Origin;
import io.firth.conversation.Status;
import io.firth.journal.Raw;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mailbox of its own that has answered some questions before. */
public record Shop(UUID account, String address, SignedIn boss, SignedIn bo) {

    public static final String RETURNS =
            "you can send it back within thirty days. You find the label in your account under Orders.";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(300);
    private static final List<String> NAMES =
            List.of("Ada Lovelace", "Grace Hopper", "Katherine Johnson", "Mary Shelley");

    public static Shop open() {
        var boss = SignedIn.as("Boss", Role.ADMINISTRATOR);
        var address = Ids.next() + "@acme.test";
        var body =
                Map.of("channel", "email", "name", "Acme", "settings", Map.of("address", address), "secrets", Map.of());
        var id = boss.request()
                .body(body)
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        return new Shop(UUID.fromString(id), address, boss, SignedIn.as("Bo", Role.AGENT));
    }

    /** As {@link #open}, with some customers who have been told how to send things back, and others who asked something else. */
    public static Shop withPast() {
        var shop = open();
        shop.told(
                RETURNS,
                "How do I send back a jacket that does not fit?",
                "I want to return the jacket, it is too small for me.",
                "Can I send the shoes back? They do not fit.",
                "How can I return my order?");
        shop.told(
                "the second charge was only a reservation by your bank, which it releases within three working days.",
                "My card was charged twice.",
                "Why did you charge my card two times?",
                "There are two charges on my card for one order.",
                "I was charged double for my order.");
        return shop;
    }

    public void told(String answer, String... questions) {
        for (int i = 0; i < questions.length; i++) {
            var name = NAMES.get(i % NAMES.size());
            var conversation = asks(customer(name), questions[i]);
            answers(conversation, "Hi %s,\n\n%s\n\nBest wishes\nBo".formatted(name.split(" ")[0], answer));
            resolves(conversation);
        }
    }

    public static Address customer(String name) {
        return Address.email(Ids.next() + "@customer.example", name);
    }

    /** @return the conversation */
    public UUID asks(Address from, String text, Hint... hints) {
        var id = Ids.next().toString();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var arrival = new Arrival(
                account,
                List.of("mail " + id),
                Samples.now(),
                List.of(hints),
                List.of(id),
                Origin.HUMAN,
                from,
                List.of(),
                List.of(),
                "A question",
                Content.of(text),
                id,
                null);
        var raw = new Raw(
                Ids.next(), account, "email", Samples.now(), from.value(), List.of(), bytes.length, null, bytes);
        return Desk.write(new Work.Take(arrival, raw)).conversation();
    }

    public void answers(UUID conversation, String text) {
        Desk.does(
                bo.agent(),
                conversation,
                new Command.Reply(Content.of(text), Address.email(address, "Acme"), Integer.MAX_VALUE, false));
    }

    public void resolves(UUID conversation) {
        Desk.does(bo.agent(), conversation, new Command.SetStatus(Status.of(Category.RESOLVED), null));
    }

    public static JsonPath suggestions(UUID conversation, SignedIn by) {
        return by.request()
                .post("/api/conversations/{id}/suggestions", conversation)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Waits until what has happened is learned. */
    public JsonPath offered(UUID conversation) {
        return await().pollInterval(LOOK).atMost(SOON).until(() -> suggestions(conversation, bo), its -> !its.getList(
                        "items")
                .isEmpty());
    }
}
