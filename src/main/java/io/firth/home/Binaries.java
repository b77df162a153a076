package io.firth.home;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Properties;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, unpacked once a version from the archive for this platform. */
record Binaries(String version, Path folder) {

    static Binaries unpackedIn(Path postgres) {
        return Folders.reading(() -> {
            String version = carried();
            Path folder = postgres.resolve(version);
            if (!Files.isDirectory(folder)) {
                Path draft = postgres.resolve(version + ".new");
                Folders.delete(draft);
                unpack(archive(), draft);
                Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
            }
            return new Binaries(version, folder);
        });
    }

    String major() {
        return version.substring(0, version.indexOf('.'));
    }

    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String carried() throws IOException {
        try (InputStream in = resource("postgres.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        }
    }

    private static InputStream archive() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String name = "/postgres-%s-%s.txz"
                .formatted(
                        system.startsWith("mac") ? "darwin" : system,
                        switch (processor) {
                            case "amd64" -> "x86_64";
                            case "aarch64" -> "arm_64";
                            default -> processor;
                        });
        return resource(name);
    }

    private static InputStream resource(String name) {
        @Nullable InputStream resource = Binaries.class.getResourceAsStream(name);
        if (resource == null) {
            throw new Unable("Firth carries no PostgreSQL for this platform (" + name
                    + " is missing); set FIRTH_DB_URL to a PostgreSQL 16 or newer.");
        }
        return resource;
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        try (var entries = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive)))) {
            TarArchiveEntry entry = entries.getNextEntry();
            while (entry != null) {
                unpack(entry, entries, folder.resolve(entry.getName()).normalize());
                entry = entries.getNextEntry();
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream bytes, Path place) throws IOException {
        Files.createDirectories(entry.isDirectory() ? place : place.resolveSibling(""));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(bytes, place);
            place.toFile().setExecutable((entry.getMode() & 0100) != 0);
        }
    }
}
