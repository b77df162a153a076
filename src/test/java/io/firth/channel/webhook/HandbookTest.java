package io.firth.channel.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firth.conversation.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The handbook says what holds: its programs are run, its examples are read. */
class HandbookTest {

    private static final Path PAGE = Path.of("src", "docs", "channels", "webhook.md");

    @TempDir
    Path folder;

    @Test
    void theSignatureThatThePageShowsIsOurs() throws IOException {
        assertThat(blocks("text"))
                .containsExactly(Signature.of(
                                List.of("a secret of at least 16 characters"),
                                "1790000000",
                                "{\"version\":1,\"type\":\"ping\"}".getBytes(UTF_8))
                        + "\n");
    }

    @ParameterizedTest
    @CsvSource({"sh, sign.sh, sh, openssl version", "python, sign.py, python3, python3 -V", "java, Sign.java, java,"})
    void eachProgramOfThePageMakesIt(String language, String name, String program, String needs) throws Exception {
        // Given
        if (needs != null) {
            assumeTrue(runs(List.of(needs.split(" "))), "skipped, because this machine has no " + needs.split(" ")[0]);
        }
        var file = Files.writeString(folder.resolve(name), blocks(language).getFirst());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        // When
        var printed = output(List.of(program.equals("java") ? java : program, file.toString()));

        // Then
        assertThat(printed).isEqualTo(blocks("text").getFirst());
    }

    @Test
    void eachExampleOfThePageIsUnderstood() throws IOException {
        // Given
        var examples = blocks("json").stream()
                .flatMap(block -> block.startsWith("{\n") ? Stream.of(block) : block.lines())
                .map(example -> example.replace("\"<id>\"", "\"01a21e51-2f64-74b0-82c6-bf7b4c3406d7\""))
                .toList();

        // Then
        assertThat(examples).hasSize(9).allSatisfy(example -> assertThat(PayloadReader.read(example.getBytes(UTF_8)))
                .isNotInstanceOf(Payload.Unknown.class));
        var message = (Payload.Message) PayloadReader.read(examples.getFirst().getBytes(UTF_8));
        assertThat(Parts.of(message.parts())).noneMatch(part -> part instanceof Part.Unsupported);
    }

    private static List<String> blocks(String language) throws IOException {
        return Pattern.compile("^```" + language + "\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String output(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return printed;
    }
}
