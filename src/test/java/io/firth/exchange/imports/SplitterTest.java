package io.firth.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.firth.exchange.imports.Splitter.Cut;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SplitterTest {

    @Test
    void linesEndWithALineFeedOrTheStream() throws IOException {
        assertThat(texts(split("a\nbb\r\n\nccc", 10))).containsExactly("a", "bb\r", "", "ccc");
        assertThat(texts(split("a\n", 10))).containsExactly("a");
        assertThat(split("", 10)).isEmpty();
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstLine() throws IOException {
        assertThat(texts(split("\uFEFFa\n\uFEFFb", 10))).containsExactly("a", "\uFEFFb");
    }

    @Test
    void ofALineThatIsTooLongTheBeginningIsKept() throws IOException {
        // Given
        var long1 = "x".repeat(200_000);

        // When
        var lines = split("a\n" + long1 + "\nb", 100_000);

        // Then
        assertThat(lines).extracting(Cut::whole).containsExactly(true, false, true);
        assertThat(lines).extracting(Cut::number).containsExactly(1, 2, 3);
        assertThat(texts(lines)).containsExactly("a", "x".repeat(1024), "b");
    }

    @Test
    void aLineOfExactlyTheLongestLengthIsWhole() throws IOException {
        var lines = split("x".repeat(70_000) + "\n" + "y".repeat(70_001), 70_000);

        assertThat(lines).extracting(Cut::whole).containsExactly(true, false);
        assertThat(texts(lines).getFirst()).hasSize(70_000);
    }

    private static List<Cut> split(String text, int longest) throws IOException {
        var splitter = new Splitter(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), longest);
        var lines = new ArrayList<Cut>();
        for (var line = splitter.next(); line != null; line = splitter.next()) {
            lines.add(line);
        }
        return lines;
    }

    private static List<String> texts(List<Cut> lines) {
        return lines.stream()
                .map(line -> new String(line.bytes(), StandardCharsets.UTF_8))
                .toList();
    }
}
