package io.firth.channel.email.quote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firth.http.foreign.Clean;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What two public libraries expect of their own fixtures, as far as it concerns the text that stays visible. */
class SharedRepliesTest {

    private static final Path REPLIES =
            Path.of(System.getProperty("firth.shared", "../shared")).resolve("data/email-replies");

    private static final String COMMON =
            "Fusce bibendum, quam hendrerit sagittis tempor, dui turpis tempus erat, pharetra"
                    + " sodales ante sem sit amet metus. Nulla malesuada, orci non vulputate lobortis, massa felis pharetra ex,"
                    + " convallis consectetur ex libero eget ante. Nam vel turpis posuere, rhoncus ligula in, venenatis orci. Duis"
                    + " interdum venenatis ex a rutrum. Duis ut libero eu lectus consequat consequat ut vel lorem. Vestibulum"
                    + " convallis lectus urna, et mollis ligula rutrum quis. Fusce sed odio id arcu varius aliquet nec nec nibh.";

    @BeforeEach
    void findThem() {
        assumeTrue(Files.isDirectory(REPLIES), "skipped: no shared data");
    }

    @Test
    void atLeast95Of100ExpectationsOfCrispHold() throws IOException {
        // Given
        Map<String, Expected> expectations = new LinkedHashMap<>();
        try (var files = Files.list(REPLIES.resolve("crisp/test/fixtures"))) {
            for (var file : files.sorted().toList()) {
                if (withoutSpace(read(file)).contains(withoutSpace(COMMON))) {
                    expectations.put(file.getFileName().toString(), Expected.exactly(COMMON));
                }
            }
        }
        expectations.putAll(crisp());

        // When
        var failed = failures(REPLIES.resolve("crisp/test/fixtures"), expectations);

        // Then
        report("crisp", expectations.size(), failed);
        assertThat(failed.size()).isLessThanOrEqualTo(expectations.size() / 20);
    }

    @Test
    void atLeast95Of100ExpectationsOfGithubHold() throws IOException {
        // Given
        var expectations = github();

        // When
        var failed = failures(REPLIES.resolve("github"), expectations);

        // Then
        report("github", expectations.size(), failed);
        assertThat(failed.size()).isLessThanOrEqualTo(expectations.size() / 20);
    }

    private static Map<String, Expected> crisp() {
        Map<String, Expected> all = new LinkedHashMap<>();
        all.put(
                "email_1.txt",
                Expected.exactly(
                        "Hi folks What is the best way to clear a Riak bucket of all key, values after running a"
                                + " test? I am currently using the Java HTTP API. -Abhishek Kona"));
        all.put("email_3.txt", Expected.exactly("Oh thanks. Having the function would be great. -Abhishek Kona"));
        all.put("email_2.txt", Expected.with("Hi,", "You can list").without("riak-users mailing list"));
        all.put("email_4.txt", Expected.exactly("Awesome! I haven't had another problem with it."));
        all.put("email_5.txt", Expected.unchanged());
        all.put("email_6.txt", Expected.with("I get proper rendering as well.").without("Was this", "wrote:"));
        all.put("email_19.txt", Expected.with("On Thursday, I get").without("Was this", "wrote:"));
        all.put("email_20.txt", Expected.exactly("On Thursday."));
        all.put("email_21.txt", Expected.unchanged());
        all.put("correct_sig.txt", Expected.exactly("this is an email with a correct -- signature."));
        all.put(
                "sig_no_empty_line.txt",
                Expected.exactly("this is an email with a signature with no empty line above."));
        all.put(
                "email_one_is_not_on.txt",
                Expected.with("One outstanding question", "when I run...").without("On Oct 1, 2012", "good news"));
        all.put(
                "email_sent_from.txt",
                Expected.exactly("Hi it can happen to any texts you type, as long as you type in between words or"
                        + " paragraphs."));
        all.put("email_emoji.txt", Expected.exactly("🎉 — John Doe CEO at Pandaland @pandaland"));
        all.put("email_not_a_signature.txt", Expected.unchanged());
        all.put("email_not_a_signature_2.txt", Expected.unchanged());
        all.put(
                "email_reply_header.txt",
                Expected.with("On the one hand", "Stranger").without("On Wed, Dec 9", "wrote:", "My name is Stranger"));
        all.put(
                "email_zoho.txt",
                Expected.exactly(
                        "What is the best way to clear a Riak bucket of all key, values after running a test?"));
        all.put("email_with_regards.txt", Expected.exactly("Hi, I still have the same problem.... Can you help?"));
        all.put("email_2_1.txt", Expected.exactly("Outlook with a reply"));
        all.put("email_thread.txt", Expected.exactly("This is new email reply in thread from bellow."));
        all.put("email_unquoted_reply.txt", Expected.exactly("This is my reply."));
        all.put("email_custom_quote_header.txt", Expected.exactly("Thank you!"));
        all.put("email_customer_quote_header_2.txt", Expected.exactly("Thank you very much."));
        all.put(
                "email_customer_quote_header_3.txt",
                Expected.exactly("bonjour, je n'ai pas eu de retour sur ma précision.. merci d'avance"));
        all.put("email_blackberry.txt", Expected.exactly("Here is another email"));
        all.put("email_iphone.txt", Expected.exactly("Here is another email"));
        all.put("email_multi_word_sent_from_my_mobile_device.txt", Expected.exactly("Here is another email"));
        all.put("email_sent_from_my_not_signature.txt", Expected.unchanged());
        all.put(
                "email_bullets.txt",
                Expected.exactly("test 2 this should list second and have spaces and retain this formatting - how about"
                        + " bullets - and another"));
        all.put("email_tricky_1_on_false_positive.txt", Expected.unchanged());
        all.put("email_tricky_2_url_with_wrote.txt", Expected.with("Check out this article", "https://example.com"));
        all.put("email_tricky_3_code_block.txt", Expected.unchanged());
        all.put("email_tricky_4_from_in_body.txt", Expected.unchanged());
        all.put("email_tricky_6_regards_in_sentence.txt", Expected.unchanged());
        all.put("email_tricky_7_multiple_dashes.txt", Expected.unchanged());
        all.put("email_tricky_8_sent_from_in_content.txt", Expected.unchanged());
        all.put("email_tricky_9_nested_quotes.txt", Expected.exactly("I agree with the points below."));
        all.put(
                "email_tricky_11_double_signature.txt",
                Expected.with("Thanks for your help").without("Senior Developer", "Sent from"));
        all.put("email_tricky_13_timestamp_variations.txt", Expected.unchanged());
        all.put("email_tricky_16_unicode_signatures.txt", Expected.with("Thanks for the update", "Sarah"));
        all.put("email_tricky_17_forward_header.txt", Expected.exactly("See the forwarded message below."));
        all.put(
                "email_tricky_18_inline_reply.txt",
                Expected.with("option A is great", "some drawbacks", "not suitable"));
        all.put("email_tricky_19_quote_without_header.txt", Expected.unchanged());
        all.put(
                "email_tricky_20_html_entities.txt",
                Expected.with("&gt; 100 and &lt; 200").without("Previous message"));
        return all;
    }

    private static Map<String, Expected> github() {
        Map<String, Expected> all = new LinkedHashMap<>();
        all.put("email_1_1.txt", Expected.with("Hi folks", "Java HTTP API.").without("mailing list"));
        all.put(
                "email_1_2.txt",
                Expected.with("Hi,", "You can list", "delete them all individually")
                        .without("riak-users mailing"));
        all.put("email_1_3.txt", Expected.with("Oh thanks.", "Having the").without("On 01/03", "mailing list"));
        all.put("email_1_4.txt", Expected.exactly("Awesome! I haven't had another problem with it."));
        all.put("email_1_5.txt", Expected.unchanged());
        all.put("email_1_6.txt", Expected.with("I get proper").without("On Dec 16", "Was this"));
        all.put("email_1_7.txt", Expected.exactly(":+1:"));
        all.put(
                "email_1_8.txt",
                Expected.with("okay? ", "I will reply under this one", "and under this.")
                        .without("-- Tim"));
        all.put("correct_sig.txt", Expected.exactly("this is an email with a correct -- signature."));
        all.put("email_2_1.txt", Expected.exactly("Outlook with a reply"));
        all.put("email_2_2.txt", Expected.exactly("Outlook with a reply directly above line"));
        all.put("email_2_3.txt", Expected.exactly("Outlook with a reply directly above line"));
        all.put("email_iPhone.txt", Expected.exactly("Here is another email"));
        all.put("email_BlackBerry.txt", Expected.exactly("Here is another email"));
        all.put("email_multi_word_sent_from_my_mobile_device.txt", Expected.exactly("Here is another email"));
        all.put("email_sent_from_my_not_signature.txt", Expected.unchanged());
        all.put(
                "email_bullets.txt",
                Expected.exactly("test 2 this should list second and have spaces and retain this formatting - how about"
                        + " bullets - and another"));
        all.put(
                "email_one_is_not_on.txt",
                Expected.with("One outstanding question").without("On Oct 1"));
        all.put(
                "greedy_on.txt",
                Expected.with("On your remote host", "not working.").without("On 9 Jan 2014", "odd issue"));
        all.put("pathological.txt", Expected.with("I think you're onto").without("On Dec 8", "I think your code"));
        all.put("email_sig_delimiter_in_middle_of_line.txt", Expected.unchanged());
        all.put(
                "email_long_quote.txt",
                Expected.with("Hi folks", "currently using").without("mailing list"));
        return all;
    }

    /** Whitespace never counts. */
    private record Expected(List<String> exactly, boolean whole, List<String> with, List<String> without) {

        static Expected exactly(String text) {
            return new Expected(List.of(text), false, List.of(), List.of());
        }

        static Expected unchanged() {
            return new Expected(List.of(), true, List.of(), List.of());
        }

        static Expected with(String... texts) {
            return new Expected(List.of(), false, List.of(texts), List.of());
        }

        Expected without(String... texts) {
            return new Expected(exactly, whole, with, List.of(texts));
        }

        boolean holds(String raw, String visible) {
            var seen = withoutSpace(visible);
            return exactly.stream().allMatch(it -> withoutSpace(it).equals(seen))
                    && (!whole || withoutSpace(raw).equals(seen))
                    && with.stream().allMatch(it -> seen.contains(withoutSpace(it)))
                    && without.stream().noneMatch(it -> seen.contains(withoutSpace(it)));
        }
    }

    private static List<String> failures(Path folder, Map<String, Expected> expectations) throws IOException {
        List<String> failed = new ArrayList<>();
        for (var expectation : expectations.entrySet()) {
            var raw = read(folder.resolve(expectation.getKey()));
            var folded = Folding.fold(raw, null);
            if (!expectation.getValue().holds(raw, folded.text())) {
                failed.add(expectation.getKey() + " → " + folded.text());
            }
        }
        return failed;
    }

    private static void report(String whose, int count, List<String> failed) {
        System.out.printf("%s: %d of %d expectations hold%n", whose, count - failed.size(), count);
        failed.forEach(it -> System.out.println("  not: " + it.substring(0, Math.min(400, it.length()))));
    }

    private static String read(Path file) throws IOException {
        return Clean.text(Files.readString(file));
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("[\\s\\u00A0]+", "");
    }
}
