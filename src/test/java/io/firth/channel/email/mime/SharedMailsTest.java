package io.firth.channel.email.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firth.channel.email.quote.Folding;
import io.firth.http.html.SafeHtml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mails that others collected because they are hard to read. */
class SharedMailsTest {

    private static final Path MAILS =
            Path.of(System.getProperty("firth.shared", "../shared")).resolve("data/mime");

    @Test
    void everyOneIsStoredOrSetAsideAndNoneStopsTheNext() throws IOException {
        // Given
        assumeTrue(Files.isDirectory(MAILS), "skipped: no shared data");
        List<Path> mails;
        try (var files = Files.walk(MAILS)) {
            mails = files.filter(it ->
                            it.toString().endsWith(".msg") || it.toString().endsWith(".eml"))
                    .sorted()
                    .toList();
        }
        List<String> unreadable = new ArrayList<>();
        List<String> failed = new ArrayList<>();

        // When
        for (var mail : mails) {
            try {
                read(mail);
            } catch (Unreadable reason) {
                unreadable.add(mail.getFileName() + ": " + reason.getMessage());
            } catch (RuntimeException unforeseen) {
                failed.add(mail.getFileName() + ": " + unforeseen);
            }
        }

        // Then
        System.out.printf(
                "%d mails: %d stored, %d unreadable, %d failed%n",
                mails.size(), mails.size() - unreadable.size() - failed.size(), unreadable.size(), failed.size());
        unreadable.forEach(it -> System.out.println("  unreadable: " + it));
        assertThat(failed).isEmpty();
        assertThat(unreadable.size()).isLessThanOrEqualTo(mails.size() / 20);
    }

    private static void read(Path file) throws IOException {
        var mail = MailParser.parse(Files.readAllBytes(file));
        var folded = Folding.fold(mail.text(), mail.html());
        assertThat(folded.text() + folded.quoted()).doesNotContain("\0");
        if (mail.html() != null) {
            assertThat(SafeHtml.clean(mail.html())).doesNotContain("<script");
        }
        for (var part : mail.parts()) {
            assertThat(part.name()).isNotBlank().doesNotContain("/", "\\", "\n");
        }
    }
}
