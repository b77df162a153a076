package io.firth.channel.email.receive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Mails that others collected because they are hard to read, all the way: by SMTP into the journal or the quarantine. */
@QuarkusTest
class SharedMailsBySmtpTest {

    private static final Path MAILS =
            Path.of(System.getProperty("firth.shared", "../shared")).resolve("data/mime");

    private static final String FATE = """
            select (select count(*) from interaction i where i.raw = r.id), (select count(*) from quarantine q where q.raw = r.id)
            from raw r where r.sender = $1
            """;

    @Inject
    SmtpReceiver receiver;

    @Inject
    Pool pool;

    @Test
    void everyMailIsStoredOrSetAsideAndNoneStopsTheNext() throws IOException {
        // Given
        assumeTrue(Files.isDirectory(MAILS), "skipped: no shared data");
        var mails = mails();

        // When
        Map<String, String> answers = new LinkedHashMap<>();
        try (var client = new RawSmtp(receiver.port())) {
            client.say("EHLO corpus.example");
            for (int i = 0; i < mails.size(); i++) {
                answers.put(sender(i), client.deliver(sender(i), "support@localhost", text(mails.get(i))));
            }
        }

        // Then
        assertThat(answers.values()).allMatch(answer -> answer.startsWith("250"));
        var stored = new ArrayList<String>();
        var setAside = new ArrayList<String>();
        var repeated = new ArrayList<String>();
        for (var sender : answers.keySet()) {
            var fate = fate(sender);
            (fate == null ? repeated : fate.equals("stored") ? stored : setAside).add(sender);
        }
        System.out.printf(
                "%d mails by SMTP: %d stored, %d set aside, %d the same as an earlier one%n",
                mails.size(), stored.size(), setAside.size(), repeated.size());
        // Both collections hold the same mail in several wrappings, told apart by nothing that a person would see.
        assertThat(repeated.size()).isLessThan(mails.size() / 6);
        assertThat(setAside.size()).isLessThan(mails.size() / 20);
    }

    /** Null where nothing was kept: it was recognised as a repetition. */
    private @Nullable String fate(String sender) {
        var rows = pool.preparedQuery(FATE).execute(Tuple.of(sender)).await().atMost(Duration.ofSeconds(10));
        if (!rows.iterator().hasNext()) {
            return null;
        }
        var row = rows.iterator().next();
        assertThat(row.getLong(0) + row.getLong(1)).as(sender).isPositive();
        return row.getLong(0) > 0 ? "stored" : "set aside";
    }

    private static String sender(int number) {
        return "mail-" + number + "@corpus.example";
    }

    private static String text(Path mail) throws IOException {
        return Files.readString(mail, ISO_8859_1).replaceAll("\r?\n|\r", "\r\n");
    }

    private static List<Path> mails() throws IOException {
        try (var files = Files.walk(MAILS)) {
            return files.filter(file ->
                            file.toString().endsWith(".msg") || file.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
    }
}
