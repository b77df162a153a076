package io.firth.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    private static final String A_SECRET = "a secret that was made with care and is long";

    @TempDir
    Path folder;

    Path place;

    @BeforeEach
    void choose() {
        place = folder.resolve("far").resolve("away");
    }

    @Test
    void isMadeForItsOwnerAlone() throws IOException {
        // When
        Home home = home(Map.of());

        // Then
        assertThat(home.folder()).isEqualTo(place).isDirectory();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place)))
                .isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(place.resolve("key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void derivesTheSameAgainAfterARestart() {
        // Given
        byte[] before = home(Map.of()).derive("mail.reply-token");

        // When
        byte[] after = home(Map.of()).derive("mail.reply-token");

        // Then
        assertThat(after).isEqualTo(before).hasSize(32);
    }

    @Test
    void derivesSomethingElseForEachPurposeAndEachHome() {
        // Given
        Home home = home(Map.of());
        Home other = home(Map.of("FIRTH_HOME", folder.resolve("other").toString()));

        // When
        byte[] session = home.derive("staff.session");

        // Then
        assertThat(session).isNotEqualTo(home.derive("mail.reply-token")).isNotEqualTo(other.derive("staff.session"));
    }

    @Test
    void takesASecretFromTheEnvironmentAndThenKeepsNoKey() {
        // Given
        Home here = home(Map.of("FIRTH_SECRET", A_SECRET));
        Home there = home(Map.of(
                "FIRTH_SECRET", A_SECRET, "FIRTH_HOME", folder.resolve("other").toString()));

        // When
        byte[] derived = here.derive("staff.session");

        // Then
        assertThat(derived).isEqualTo(there.derive("staff.session"));
        assertThat(place.resolve("key")).doesNotExist();
    }

    @Test
    void isFoundAtThisMachineUnlessToldOtherwise() {
        // When
        Home secured = home(Map.of("FIRTH_TLS_CERT", "cert.pem"));
        Home silent = home(Map.of("FIRTH_HTTP_PORT", "9090"));
        Home told = home(Map.of("FIRTH_URL", "https://inbox.example.org/", "FIRTH_ZONE", "Europe/Tallinn"));

        // Then
        assertThat(silent.url()).isEqualTo(URI.create("http://localhost:9090"));
        assertThat(silent.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(secured.url()).isEqualTo(URI.create("https://localhost:8080"));
        assertThat(told.url()).isEqualTo(URI.create("https://inbox.example.org"));
        assertThat(told.zone()).isEqualTo(ZoneId.of("Europe/Tallinn"));
    }

    private Home home(Map<String, String> environment) {
        var all = new HashMap<>(Map.of("FIRTH_HOME", place.toString()));
        all.putAll(environment);
        return new Home(Homes.configured(all));
    }
}
