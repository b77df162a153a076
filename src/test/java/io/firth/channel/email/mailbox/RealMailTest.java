package io.firth.channel.email.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All the way: customers, mailboxes and their answering machines on servers that nobody here wrote. */
@QuarkusTest
class RealMailTest {

    private static final Pattern REPLY_TO = Pattern.compile("(?s)Reply-To: [^<]*?<?([^<>\\s]+@acme\\.test)>?");

    private RealMailServers servers;
    private RealDesk desk;
    private String address;
    private UUID account;

    @AfterAll
    static void end() {
        RealMailServers.end();
    }

    @BeforeEach
    void open() {
        servers = RealMailServers.started();
        desk = new RealDesk(servers);
        address = "d" + UUID.randomUUID().toString().substring(0, 8) + "@acme.test";
    }

    @AfterEach
    void close() {
        if (account != null) {
            desk.removes(account);
        }
    }

    @Test
    void aMailIsAnsweredAndTheAnswerToThatFindsItsConversation() {
        // Given
        connect();
        var customer = customer();
        servers.deliver(customer, address, mail(customer, "Where is it?", ""));
        var conversation = onlyConversation();

        // When
        desk.replies(conversation, "On its way");
        var received = received(customer, "On its way");
        var replyTo = REPLY_TO.matcher(received);
        assertThat(replyTo.find()).isTrue();
        servers.deliver(customer, replyTo.group(1), mail(customer, "Thank you", ""));

        // Then
        soon().untilAsserted(() -> assertThat(desk.messages(conversation))
                .containsExactly("in human: Where is it?", "out human: On its way", "in human: Thank you"));
        assertThat(desk.sendings(conversation)).singleElement().asString().startsWith("accepted: 250");
        assertThat(received).contains("In-Reply-To: <", "X-Firth-Loop: ");
    }

    @Test
    void whatIsSentByHandIsAnEchoAndOurOwnMailIsNotDoubled() {
        // Given
        connect();
        var customer = customer();
        servers.deliver(customer, address, mail(customer, "Where is it?", "Message-ID: <asked-" + address + ">"));
        var conversation = onlyConversation();
        desk.replies(conversation, "From the inbox");
        var own = received(customer, "From the inbox");

        // When
        servers.save(address, "Outgoing", own);
        servers.save(
                address,
                "Outgoing",
                mail(address, "From my phone", "In-Reply-To: <asked-" + address + ">")
                        .replace("To: " + address, "To: " + customer));

        // Then
        soon().untilAsserted(() -> assertThat(desk.messages(conversation))
                .containsExactly("in human: Where is it?", "out human: From the inbox", "out echo: From my phone"));
        assertThat(desk.conversations(account)).containsExactly(conversation);
    }

    @Test
    void anAnsweringMachineAndOursDoNotTalkToEachOther() {
        // Given
        var customer = "away@customer.test";
        servers.sieve(customer, "require \"vacation\"; vacation :days 0 \"I am away\";");
        connect("acknowledgement", "We have got your mail.");
        servers.deliver(customer, address, mail(customer, "Where is it?", ""));
        var conversation = onlyConversation();
        soon().untilAsserted(() -> assertThat(desk.messages(conversation)).hasSize(2));

        // When
        desk.replies(conversation, "On its way");

        // Then
        var expected = List.of(
                "in human: Where is it?",
                "out auto_reply: We have got your mail.",
                "out human: On its way",
                "in auto_reply: I am away");
        soon().untilAsserted(() -> assertThat(desk.messages(conversation)).isEqualTo(expected));
        soon().during(Duration.ofSeconds(3))
                .untilAsserted(() -> assertThat(desk.messages(conversation)).isEqualTo(expected));
        assertThat(desk.conversations(account)).containsExactly(conversation);
        var acknowledged = received(customer, "We have got your mail");
        assertThat(acknowledged).contains("Auto-Submitted: auto-replied").contains("Return-Path: <>");
    }

    @Test
    void aNumberInAStrangersSubjectBeginsItsOwnConversationAndOffersAMerge() {
        // Given
        connect();
        var customer = customer();
        servers.deliver(customer, address, mail(customer, "Where is it?", ""));
        var conversation = onlyConversation();
        long number = desk.number("select number from conversation where id = $1", conversation);

        // When
        var stranger = customer();
        servers.deliver(
                stranger,
                address,
                mail(stranger, "Tell me all", "").replace("A question", "RE: AW: [#" + number + "] A question"));

        // Then
        soon().untilAsserted(() -> assertThat(desk.conversations(account)).hasSize(2));
        var own = desk.conversations(account).getLast();
        assertThat(desk.messages(conversation)).containsExactly("in human: Where is it?");
        assertThat(desk.rows("select related from conversation where id = $1", own)
                        .getFirst()
                        .getUUID(0))
                .isEqualTo(conversation);
    }

    @Test
    void fiveMailsThatSayTheSameAreAcknowledgedAFewTimesOnly() {
        // Given
        connect("acknowledgement", "We have got your mail.");

        // When
        for (int i = 0; i < 5; i++) {
            servers.deliver(
                    "bob@customer.test",
                    address,
                    mail("bob@customer.test", "I am away.", "Message-ID: <away-" + i + "-" + address + ">"));
        }

        // Then
        soon().untilAsserted(() -> assertThat(desk.conversations(account)).hasSize(5));
        soon().during(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(
                        desk.number("select count(*) from delivery where account = $1", account))
                .isEqualTo(3));
    }

    @Test
    void mailsWithoutAMessageIdAreConversationsOfTheirOwnAndTheFetchGoesOn() {
        // Given
        connect();

        // When
        for (var sender : List.of("bob@customer.test", "eve@customer.test")) {
            servers.save(address, "INBOX", mail(sender, "The same words", ""));
        }
        servers.save(address, "INBOX", mail("bob@customer.test", "The next", "Message-ID: <next-" + address + ">"));

        // Then
        soon().untilAsserted(() -> assertThat(desk.conversations(account))
                .flatExtracting(desk::messages)
                .containsExactly("in human: The same words", "in human: The same words", "in human: The next"));
        assertThat(desk.conversations(account)).hasSize(3);
        assertThat(servers.doveadm("fetch", "-u", address, "hdr", "mailbox", "INBOX", "all"))
                .containsOnlyOnce("Message-ID:");
    }

    @Test
    void whatIsTooLargeIsListedWithItsHeaderAndTheNextIsTakenIn() {
        // Given
        connect();
        var customer = customer();
        var large =
                mail(customer, ("x".repeat(900) + "\n").repeat(3_000), "").replace("A question", "Large " + address);

        // When
        servers.deliver(customer, address, large);
        servers.deliver(customer, address, mail(customer, "The next", ""));

        // Then
        var next = onlyConversation();
        soon().untilAsserted(() -> assertThat(desk.messages(next)).containsExactly("in human: The next"));
        soon().untilAsserted(() -> assertThat(desk.setAside(address))
                .contains("still in the folder INBOX")
                .contains("Subject: Large " + address)
                .doesNotContain("xxxx"));
        assertThat(desk.retries(address)).isEqualTo(422);
    }

    @Test
    void anAddressThatIsUnknownIsToldInTheServersWords() {
        // Given
        connect();
        servers.deliver("nobody@customer.test", address, mail("nobody@customer.test", "Hello", ""));
        var conversation = onlyConversation();

        // When
        desk.replies(conversation, "On its way");

        // Then
        soon().untilAsserted(() -> assertThat(desk.sendings(conversation))
                .singleElement()
                .asString()
                .startsWith("failed: nobody@customer.test: 5"));
    }

    @Test
    void aMailboxThatIsFullSendsABounceThatFailsTheMessage() {
        // Given
        connect();
        servers.deliver(RealMailServers.FULL, address, mail(RealMailServers.FULL, "Hello", ""));
        var conversation = onlyConversation();

        // When
        desk.replies(conversation, "Here is what you asked for. " + "x".repeat(400));

        // Then
        soon().untilAsserted(() -> assertThat(desk.sendings(conversation))
                .singleElement()
                .asString()
                .startsWith("failed: ")
                .containsAnyOf("Mailbox is full", "4.4.7", "5.2.2"));
        assertThat(desk.conversations(account)).containsExactly(conversation);
    }

    @Test
    void aFilterThatRejectsFailsTheMessageInItsWords() {
        // Given
        var customer = "picky@customer.test";
        servers.sieve(customer, "require \"reject\"; reject \"No mail from shops, please\";");
        connect();
        servers.deliver(customer, address, mail(customer, "Hello", ""));
        var conversation = onlyConversation();

        // When
        desk.replies(conversation, "On its way");

        // Then
        soon().untilAsserted(() -> assertThat(desk.sendings(conversation))
                .singleElement()
                .asString()
                .startsWith("failed: ")
                .contains("No mail from shops, please"));
        assertThat(desk.conversations(account)).containsExactly(conversation);
    }

    @Test
    void underANewUidValidityNothingIsDoubledAndNothingIsMissed() {
        // Given
        connect();
        var customer = customer();
        for (int i = 0; i < 5; i++) {
            servers.deliver(customer, address, mail(customer, "Question " + i, ""));
        }
        soon().untilAsserted(() -> assertThat(desk.conversations(account)).hasSize(5));
        desk.tells(account, "pause");
        servers.doveadm("mailbox", "update", "-u", address, "--uid-validity", "4711", "INBOX");
        servers.deliver(customer, address, mail(customer, "Question 5", ""));

        // When
        desk.tells(account, "resume");

        // Then
        soon().untilAsserted(() -> assertThat(
                        desk.rows("select value from channel_cursor where account = $1 and folder = 'INBOX'", account)
                                .getFirst()
                                .getString(0))
                .startsWith("4711 6 "));
        assertThat(desk.conversations(account)).hasSize(6);
        assertThat(desk.conversations(account))
                .allSatisfy(each -> assertThat(desk.messages(each)).hasSize(1));
    }

    @Test
    void oneMailInTwoOfOurMailboxesIsOneMessageAndAnswersByEitherFindIt() {
        // Given
        connect();
        var other = "e" + address;
        var second = desk.connected(other);
        var customer = customer();
        var asked = mail(customer, "Where is it?", "Message-ID: <asked-" + address + ">");

        // When
        servers.deliver(customer, address, asked);
        var conversation = onlyConversation();
        servers.deliver(customer, other, asked);
        soon().untilAsserted(() -> assertThat(desk.rows("select 1 from thread_key where account = $1", second))
                .isNotEmpty());
        servers.deliver(customer, other, mail(customer, "Still waiting", "In-Reply-To: <asked-" + address + ">"));

        // Then
        soon().untilAsserted(() -> assertThat(desk.messages(conversation))
                .containsExactly("in human: Where is it?", "in human: Still waiting"));
        assertThat(desk.conversations(second)).isEmpty();
        desk.removes(second);
    }

    private void connect(String... settings) {
        account = desk.connected(address, settings);
    }

    private static String customer() {
        return "c" + UUID.randomUUID().toString().substring(0, 8) + "@acme.test";
    }

    private UUID onlyConversation() {
        soon().untilAsserted(() -> assertThat(desk.conversations(account)).hasSize(1));
        return desk.conversations(account).getFirst();
    }

    /** The mail with these words, as it lies in somebody's mailbox. */
    private String received(String user, String words) {
        soon().untilAsserted(() -> assertThat(mailbox(user)).contains(words));
        return mailbox(user).lines().reduce((one, two) -> one + "\n" + two).stream()
                .flatMap(all -> Pattern.compile("(?m)^text:\\n").splitAsStream(all))
                .filter(each -> each.contains(words))
                .findFirst()
                .orElseThrow();
    }

    private String mailbox(String user) {
        return servers.doveadm("fetch", "-u", user, "text", "mailbox", "INBOX", "all");
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(40));
    }

    private String mail(String from, String words, String field) {
        return """
            From: %s
            To: %s
            Subject: A question
            Date: Fri, 27 Nov 2026 10:00:00 +0000
            %sContent-Type: text/plain; charset=utf-8

            %s
            """.formatted(from, address, field.isEmpty() ? "" : field + "\n", words);
    }
}
