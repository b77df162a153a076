package io.firth.channel.email;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority that nobody trusts by itself, and a server's certificate for {@code localhost} that it signed. */
public final class TestAuthority {

    private static final String PASSWORD = "for this test";

    private final Path folder;
    private final KeyStore server;

    private TestAuthority(Path folder, KeyStore server) {
        this.folder = folder;
        this.server = server;
    }

    /** @param folder that its files are written to */
    public static TestAuthority in(Path folder) {
        try {
            keytool(folder, "ca", "-genkeypair", "-keyalg", "EC", "-dname", "CN=Test authority", "-ext", "bc:c");
            keytool(folder, "server", "-genkeypair", "-keyalg", "EC", "-dname", "CN=localhost");
            keytool(folder, "ca", "-exportcert", "-rfc", "-file", path(folder, "ca.pem"));
            keytool(folder, "server", "-certreq", "-file", path(folder, "server.csr"));
            keytool(
                    folder,
                    "ca",
                    "-gencert",
                    "-ext",
                    "san=dns:localhost",
                    "-infile",
                    path(folder, "server.csr"),
                    "-outfile",
                    path(folder, "server.crt"));
            return signed(folder);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static TestAuthority signed(Path folder) throws IOException, GeneralSecurityException {
        var own = KeyStore.getInstance(folder.resolve("server.p12").toFile(), PASSWORD.toCharArray());
        var factory = CertificateFactory.getInstance("X.509");
        try (var in = Files.newInputStream(folder.resolve("server.crt"))) {
            var certificate = factory.generateCertificate(in);
            var key = own.getKey("server", PASSWORD.toCharArray());
            own.setKeyEntry("server", key, PASSWORD.toCharArray(), new Certificate[] {certificate});
            pem(folder.resolve("server.pem"), "CERTIFICATE", certificate.getEncoded());
            pem(folder.resolve("server.key"), "PRIVATE KEY", key.getEncoded());
        }
        return new TestAuthority(folder, own);
    }

    /** The authority's own certificate, PEM. */
    public String certificate() {
        try {
            return Files.readString(folder.resolve("ca.pem"));
        } catch (IOException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** The server's certificate, PEM. */
    public Path serverCertificate() {
        return folder.resolve("server.pem");
    }

    /** Its key, PEM (PKCS 8). */
    public Path serverKey() {
        return folder.resolve("server.key");
    }

    /** For a server in this process. */
    public SSLContext context() {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(server, PASSWORD.toCharArray());
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void keytool(Path folder, String alias, String... what) throws IOException {
        var command = Stream.of(
                        List.of(Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString()),
                        List.of(what),
                        List.of("-alias", alias),
                        List.of("-keystore", path(folder, alias + ".p12")),
                        List.of("-storetype", "PKCS12", "-storepass", PASSWORD))
                .flatMap(List::stream)
                .toList();
        var log = folder.resolve("keytool.log").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("keytool " + List.of(what) + ": " + Files.readString(log.toPath()));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private static String path(Path folder, String name) {
        return folder.resolve(name).toString();
    }

    private static void pem(Path file, String what, byte[] der) throws IOException {
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(der);
        Files.writeString(file, "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n");
    }
}
