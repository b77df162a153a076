package io.firth.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilesTest {

    private static final byte[] HELLO = "hello".getBytes(StandardCharsets.UTF_8);
    private static final String HELLO_SHA256 = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path folder;

    Files files;

    @BeforeEach
    void open() {
        files = new Files(new Home(Homes.configured(Map.of("FIRTH_HOME", folder.toString()))));
    }

    @Test
    void keepsBytesUnderTheHashOfTheirContent() {
        // When
        Stored stored = files.store(HELLO);

        // Then
        assertThat(stored).isEqualTo(new Stored(HELLO_SHA256, 5));
        assertThat(files.path(HELLO_SHA256))
                .hasBinaryContent(HELLO)
                .isEqualTo(folder.resolve("files/2c/" + HELLO_SHA256.substring(2)));
    }

    @Test
    void keepsTheSameBytesOnce() throws IOException {
        // Given
        files.store(HELLO);

        // When
        Stored again = files.store(new ByteArrayInputStream(HELLO));

        // Then
        assertThat(again.sha256()).isEqualTo(HELLO_SHA256);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void keepsTheSameBytesOnceEvenIfManyComeAtOnce() throws IOException {
        // When
        List<Stored> stored = IntStream.range(0, 64)
                .parallel()
                .mapToObj(copy -> files.store(HELLO))
                .toList();

        // Then
        assertThat(stored).containsOnly(new Stored(HELLO_SHA256, 5));
        assertThat(kept()).hasSize(1);
    }

    @Test
    void keepsNothingOfAStreamThatBreaks() throws IOException {
        // Given
        var broken = new SequenceInputStream(new ByteArrayInputStream(HELLO), new Broken());

        // When
        assertThatThrownBy(() -> files.store(broken)).isInstanceOf(UncheckedIOException.class);

        // Then
        assertThat(kept()).isEmpty();
    }

    @Test
    void dropsWhatAKilledProcessLeftHalfWritten() throws IOException {
        // Given
        java.nio.file.Files.write(folder.resolve("files").resolve("draft-1"), HELLO);

        // When
        open();

        // Then
        assertThat(kept()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "../../key", "2CF24DBA5FB0A30E26E83B2AC5B9E29E1B161E5C1FA7425E73043362938B9824", "2cf2/4dba"
            })
    void knowsNoPathForWhatIsNoHash(String hash) {
        // When // Then
        assertThatThrownBy(() -> files.path(hash)).isInstanceOf(IllegalArgumentException.class);
    }

    private List<Path> kept() throws IOException {
        try (Stream<Path> all = java.nio.file.Files.walk(folder.resolve("files"))) {
            return all.filter(java.nio.file.Files::isRegularFile).toList();
        }
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the line was cut");
        }
    }
}
