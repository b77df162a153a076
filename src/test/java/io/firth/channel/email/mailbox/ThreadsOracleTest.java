package io.firth.channel.email.mailbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which mails belong together: Dovecot's {@code THREAD REFS} gives an answer that nobody here wrote. */
@QuarkusTest
class ThreadsOracleTest {

    private static final int MAILS = 150;
    private static final Path SHARED =
            Path.of(System.getProperty("firth.shared", "../shared")).resolve("data/mime");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^message-id:\\s*(<[^>]+>)");
    private static final Pattern UID = Pattern.compile(".*;UID=(\\d+).*");

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
        address = "t" + UUID.randomUUID().toString().substring(0, 8) + "@acme.test";
    }

    @AfterEach
    void close() {
        if (account != null) {
            desk.removes(account);
        }
    }

    @Test
    void conversationsAreTheThreadsThatDovecotSees() throws IOException {
        // Given
        var threads = threadsOf(generated());

        // When
        var conversations = conversations(MAILS);

        // Then
        assertThat(conversations).isEqualTo(threads);
        assertThat(threads).hasSizeBetween(10, 100);
    }

    @Test
    void soAreThoseOfMailsThatOthersCollected() throws IOException {
        // Given
        assumeTrue(Files.isDirectory(SHARED), "skipped: no shared data");
        var threads = threadsOf(shared());
        var all = threads.stream().mapToInt(Set::size).sum();

        // When
        var conversations = conversations(all);

        // Then
        var taken = conversations.stream().flatMap(Set::stream).collect(Collectors.toSet());
        var expected = threads.stream()
                .map(thread -> thread.stream().filter(taken::contains).collect(Collectors.toCollection(TreeSet::new)))
                .filter(thread -> !thread.isEmpty())
                .collect(Collectors.toSet());
        System.out.printf(
                "%d mails of others, %d taken in, %d threads by Dovecot, %d conversations%n",
                all, taken.size(), expected.size(), conversations.size());
        assertThat(conversations).isEqualTo(expected);
    }

    /** A month of a list, as its archive has it, named by {@code -Dfirth.list}; delivered by SMTP and read by IMAP. */
    @Test
    void soIsAMonthOfAPublicList() throws IOException {
        // Given
        var archive = System.getProperty("firth.list", "");
        assumeTrue(!archive.isEmpty(), "skipped: no archive of a list is named by -Dfirth.list");
        var mails = month(Path.of(archive));
        deliverInOrder(mails);
        var threads = threadsOf(List.of());
        var all = threads.stream().mapToInt(Set::size).sum();

        // When
        var conversations = conversations(all);

        // Then
        var taken = conversations.stream().flatMap(Set::stream).collect(Collectors.toSet());
        System.out.printf(
                "%d mails of a month, %d in the mailbox, %d taken in, %d threads by Dovecot, %d conversations%n",
                mails.size(), all, taken.size(), threads.size(), conversations.size());
        assertThat(all).isEqualTo(mails.size());
        assertThat(taken).hasSize(mails.size());
        assertThat(conversations).isEqualTo(threads);
    }

    /** The servers' queue would let answers overtake what they answer, which they did not do on the list. */
    private void deliverInOrder(List<String> mails) throws IOException {
        try (var imap = new RawImap(servers.imap(), address)) {
            for (var n = 0; n < mails.size(); n++) {
                servers.deliver("anna@customer.test", address, mails.get(n));
                var there = "* STATUS INBOX (MESSAGES %d)".formatted(n + 1);
                await().atMost(Duration.ofSeconds(30))
                        .pollInterval(Duration.ofMillis(10))
                        .until(() -> imap.say("STATUS INBOX (MESSAGES)").contains(there));
            }
        }
    }

    /** Puts them into the mailbox. @return what Dovecot says, as sets of UIDs */
    private Set<Set<Long>> threadsOf(List<String> mails) throws IOException {
        try (var imap = new RawImap(servers.imap(), address)) {
            for (var mail : mails) {
                imap.append("INBOX", mail);
            }
            imap.say("EXAMINE INBOX");
            var answer = imap.say("UID THREAD REFS UTF-8 ALL").stream()
                    .filter(line -> line.startsWith("* THREAD"))
                    .findFirst()
                    .orElseThrow();
            return threads(answer);
        }
    }

    /** Each pair of outermost parentheses is a thread. */
    private static Set<Set<Long>> threads(String answer) {
        var threads = new HashSet<Set<Long>>();
        int depth = 0;
        var uids = new StringBuilder();
        for (char c : answer.toCharArray()) {
            if (c == '(') {
                depth++;
                uids.append(' ');
            } else if (c == ')' && --depth == 0) {
                threads.add(Pattern.compile("\\s+")
                        .splitAsStream(uids.toString().strip())
                        .map(Long::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new)));
                uids.setLength(0);
            } else if (depth > 0) {
                uids.append(c == ')' ? ' ' : c);
            }
        }
        return threads;
    }

    /** What the product makes of the same mailbox, when it has read so many mails. */
    private Set<Set<Long>> conversations(int mails) {
        account = desk.connected(address);
        var sql =
                "select split_part(value, ' ', 2)::bigint from channel_cursor where account = $1 and folder = 'INBOX'";
        await().atMost(Duration.ofSeconds(60 + mails)).untilAsserted(() -> assertThat(desk.rows(sql, account))
                .singleElement()
                .satisfies(row -> assertThat(row.getLong(0)).isEqualTo(mails)));
        return Set.copyOf(placed().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toCollection(TreeSet::new))))
                .values());
    }

    /** The conversation of each UID. */
    private Map<Long, UUID> placed() {
        var placed = new TreeMap<Long, UUID>();
        desk.rows("""
            select r.recipients ->> 0, c.id from raw r
            join interaction i on i.raw = r.id and i.type = 'message'
            join conversation c on c.number = i.conversation where c.account = $1
            """, account).forEach(row -> {
            var uid = UID.matcher(row.getString(0));
            if (uid.matches()) {
                placed.put(Long.valueOf(uid.group(1)), row.getUUID(1));
            }
        });
        return placed;
    }

    /** Trees of answers; some name only their References, some answer what never came. */
    private List<String> generated() {
        var random = new Random(7);
        var mails = new ArrayList<String>();
        var ancestors = new ArrayList<List<String>>();
        for (int i = 0; i < MAILS; i++) {
            var id = "<%d.%s>".formatted(i, address);
            boolean root = i == 0 || random.nextInt(4) == 0;
            List<String> above = root
                    ? random.nextInt(3) == 0 ? List.of("<gone.%d.%s>".formatted(random.nextInt(5), address)) : List.of()
                    : ancestors.get(random.nextInt(ancestors.size()));
            var own = new ArrayList<>(above);
            own.add(id);
            ancestors.add(own);
            mails.add(mail(id, above, random.nextInt(3) > 0, i));
        }
        return mails;
    }

    private String mail(String id, List<String> above, boolean withInReplyTo, int number) {
        var fields = new StringBuilder();
        if (!above.isEmpty()) {
            fields.append("References: ").append(String.join("\r\n ", above)).append("\r\n");
            if (withInReplyTo) {
                fields.append("In-Reply-To: ").append(above.getLast()).append("\r\n");
            }
        }
        return """
            From: Anna <anna@customer.test>\r
            To: %s\r
            Subject: Re: all of one subject\r
            Message-ID: %s\r
            Date: Fri, 27 Nov 2026 10:00:00 +0000\r
            %s\r
            Mail %d
            """.formatted(address, id, fields, number);
    }

    /** Mails of one id are one mail to everybody, also to Dovecot's threads: the first counts. */
    private static List<String> month(Path archive) throws IOException {
        var text = Files.readString(archive, ISO_8859_1).replaceAll("\r?\n|\r", "\r\n");
        var ids = new HashSet<String>();
        var mails = new ArrayList<String>();
        for (var mail : text.split("(?m)^From (?=\\S.*\\d\\d:\\d\\d:\\d\\d \\d{4}\\s).*\\R")) {
            var id = MESSAGE_ID.matcher(mail);
            if (id.find() && ids.add(id.group(1))) {
                mails.add("From: anna@customer.test\r\n" + mail.replaceFirst("(?im)^from:", "X-From:"));
            }
        }
        return mails;
    }

    /** By one and the same sender, so that nobody is a stranger. */
    private List<String> shared() throws IOException {
        var mails = new ArrayList<String>();
        try (var files = Files.walk(SHARED)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var mail = Files.readString(file, ISO_8859_1).replaceAll("\r?\n|\r", "\r\n");
                int end = mail.indexOf("\r\n\r\n");
                if (end > 0 && mail.substring(0, end).matches("(?ims).*^message-id:.*")) {
                    mails.add("From: anna@customer.test\r\n" + mail.replaceFirst("(?im)^from:", "X-From:"));
                }
            }
        }
        return mails;
    }
}
