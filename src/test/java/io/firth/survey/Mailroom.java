package io.firth.survey;

import static org.awaitility.Awaitility.await;

import io.firth.Desk;
import io.firth.conversation.Actor;
import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Interaction.Rated;
import io.firth.conversation.Interaction.StatusChanged;
import io.firth.conversation.Origin;
import io.firth.conversation.Status;
import io.firth.journal.Journal;
import io.firth.journal.Raw;
import io.firth.journal.Recorded;
import io.firth.journal.Work;
import io.firth.staff.Role;
import io.firth.staff.SignedIn;
import io.quarkus.arc.Arc;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** A mailbox of its own whose customers are asked, and an agent who works there. */
public record Mailroom(UUID account, String address, SignedIn boss, SignedIn bo) {

    public static final Duration SOON = Duration.ofSeconds(60);

    private static final Pattern LINK = Pattern.compile("http://[^/\\s\"]+/rate/[A-Za-z0-9_-]{43}");

    /** @param policy what is otherwise than: everybody is asked at once, each time */
    public static Mailroom open(Map<String, ?> policy) {
        var boss = SignedIn.as("Boss", Role.ADMINISTRATOR);
        var address = Ids.next() + "@acme.test";
        var id = boss.request()
                .body(Map.of(
                        "channel",
                        "email",
                        "name",
                        "Acme <b>",
                        "settings",
                        Map.of("address", address),
                        "secrets",
                        Map.of()))
                .post("/api/channels")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");
        asks(boss, UUID.fromString(id), policy);
        return new Mailroom(UUID.fromString(id), address, boss, SignedIn.as("Bo", Role.AGENT));
    }

    /** Lets an account ask. */
    public static void asks(SignedIn boss, UUID account, Map<String, ?> policy) {
        var all = new HashMap<String, Object>(Map.of(
                "asks",
                true,
                "scale",
                "faces",
                "moment",
                "resolution",
                "delay_minutes",
                0,
                "quiet_days",
                0,
                "valid_days",
                30,
                "items",
                List.of("solved", "helpful", "comes_back")));
        all.putAll(policy);
        boss.request().body(all).put("/api/surveys/policy/" + account).then().statusCode(200);
    }

    /** @return the conversation */
    public UUID mail(Address from, Origin origin, String text, Hint... hints) {
        var id = Ids.next().toString();
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var arrival = new Arrival(
                account,
                List.of("mail " + id),
                now,
                List.of(hints),
                List.of(id),
                origin,
                from,
                List.of(),
                List.of(),
                "Where is it?",
                Content.of(text),
                id,
                null);
        var raw = new Raw(Ids.next(), account, "email", now, from.value(), List.of(), bytes.length, null, bytes);
        return Desk.write(new Work.Take(arrival, raw)).conversation();
    }

    public UUID opened(Address from) {
        return mail(from, Origin.HUMAN, "Where is my parcel?");
    }

    public void replies(UUID conversation) {
        var seq = conversation(conversation).size();
        does(
                bo.agent(),
                conversation,
                new Command.Reply(Content.of("Here."), Address.email(address, "Acme"), seq, false));
    }

    public void resolves(UUID conversation) {
        becomes(conversation, Category.RESOLVED);
    }

    public void becomes(UUID conversation, Category category) {
        does(bo.agent(), conversation, new Command.SetStatus(Status.of(category), null));
    }

    private static void does(UUID agent, UUID conversation, Command command) {
        Desk.write(new Work.Carry(
                conversation,
                Actor.agent(agent),
                Instant.now().truncatedTo(ChronoUnit.MICROS),
                agent,
                Ids.next().toString(),
                List.of(command)));
    }

    /** A conversation that was answered and resolved. */
    public UUID resolved(Address from) {
        var conversation = opened(from);
        replies(conversation);
        resolves(conversation);
        return conversation;
    }

    public static List<Recorded> conversation(UUID id) {
        return Arc.container()
                .instance(Journal.class)
                .get()
                .of(id, 0, 1000)
                .await()
                .atMost(SOON);
    }

    /** The last change of its status. */
    public static Recorded status(UUID conversation) {
        return conversation(conversation).stream()
                .filter(each -> each.entry().interaction() instanceof StatusChanged)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    /** The questions that stand in a conversation. */
    public static List<Recorded> questions(UUID conversation) {
        return conversation(conversation).stream()
                .filter(each -> each.entry().interaction() instanceof Message message
                        && message.content().survey().isPresent())
                .toList();
    }

    public static List<Rated> ratings(UUID conversation) {
        return conversation(conversation).stream()
                .map(each -> each.entry().interaction())
                .filter(Rated.class::isInstance)
                .map(Rated.class::cast)
                .toList();
    }

    /** {@code state reason} of each occasion, in order. */
    public static List<String> decisions(UUID conversation) {
        var all = new ArrayList<String>();
        query(
                        "select state || coalesce(' ' || reason, '') from survey where conversation = $1 order by occasion",
                        conversation)
                .forEach(all::add);
        return all;
    }

    public static void awaitDecisions(UUID conversation, String... decisions) {
        await().atMost(SOON).until(() -> decisions(conversation).equals(List.of(decisions)));
    }

    public static List<String> query(String sql, UUID conversation) {
        var all = new ArrayList<String>();
        Arc.container()
                .instance(Pool.class)
                .get()
                .preparedQuery(sql)
                .execute(Tuple.of(conversation))
                .await()
                .atMost(SOON)
                .forEach(row -> all.add(String.valueOf(row.getValue(0))));
        return all;
    }

    public static void run(String sql, UUID conversation) {
        SignedIn.run(sql, Tuple.of(conversation));
    }

    /** The mail that asked, as it was captured. */
    public String mailOf(Recorded question) {
        var id = question.conversation();
        var seq = question.entry().seq();
        var path = "interactions.find { it.seq == %d }.delivery.url".formatted(seq);
        await().atMost(SOON).until(() -> url(id, path) != null);
        return boss.request()
                .get(url(id, path))
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String url(UUID conversation, String path) {
        return boss.request()
                .get("/api/conversations/" + conversation)
                .then()
                .statusCode(200)
                .extract()
                .path(path);
    }

    /** The path of the page that a mail leads to. */
    public static String link(String mail) {
        var words = mail.replace("=\r\n", "");
        var found = LINK.matcher(words);
        if (!found.find()) {
            throw new AssertionError("There is no link in " + words);
        }
        return found.group().replaceFirst("http://[^/]+", "");
    }

    /** The page where the only question of a conversation is answered. */
    public String linkOf(UUID conversation) {
        awaitDecisions(conversation, "asked");
        return link(mailOf(questions(conversation).getFirst()));
    }
}
