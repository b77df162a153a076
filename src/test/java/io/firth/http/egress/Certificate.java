package io.firth.http.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.net.JksOptions;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A key with a certificate for some names, which is its own authority. */
record Certificate(Path file) {

    private static final String PASSWORD = "for this test";

    static Certificate of(Path folder, String names) throws Exception {
        var file = folder.resolve("keys.p12");
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "SAN=" + names,
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Certificate(file);
    }

    JksOptions options() {
        return new JksOptions().setPath(file.toString()).setPassword(PASSWORD);
    }
}
