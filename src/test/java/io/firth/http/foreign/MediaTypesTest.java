package io.firth.http.foreign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "'\u0089PNG\r\n\u001A\n….', image/png",
        "'\u00FF\u00D8\u00FF\u00E0 JFIF', image/jpeg",
        "GIF89a, image/gif",
        "RIFF....WEBPVP8, image/webp"
    })
    void anImageIsKnownByItsFirstBytesWhateverItsSenderSays(String beginning, String mediaType) {
        assertThat(MediaTypes.of("text/plain", beginning.getBytes(ISO_8859_1))).isEqualTo(mediaType);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "RIFF....WAVE", "GIF", ""})
    void whatOnlyClaimsToBeAnImageIsNone(String bytes) {
        assertThat(MediaTypes.of("image/PNG; name=x", bytes.getBytes(ISO_8859_1)))
                .isEqualTo(MediaTypes.UNKNOWN);
    }

    @Test
    void forAllElseTheSendersWordIsKept() {
        var bytes = "%PDF-1.7".getBytes(ISO_8859_1);

        assertThat(MediaTypes.of("Application/PDF; name=\"x\"", bytes)).isEqualTo("application/pdf");
        assertThat(MediaTypes.of("text/html\r\nX-Evil: 1", bytes)).isEqualTo(MediaTypes.UNKNOWN);
        assertThat(MediaTypes.of("", bytes)).isEqualTo(MediaTypes.UNKNOWN);
    }
}
