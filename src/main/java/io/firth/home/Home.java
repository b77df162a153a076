package io.firth.home;

import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;

/** The folder a deployment lives in, its address, its zone and the one key that all others are derived from. */
@Singleton
public final class Home {

    private final Path folder;
    private final URI url;
    private final ZoneId zone;
    private final Key key;

    Home(HomeConfig config) {
        this.folder = Folders.create(config.home());
        this.url = config.url().map(Home::withoutSlash).orElseGet(() -> local(config));
        this.zone = config.zone();
        this.key = config.secret().map(Key::of).orElseGet(() -> Key.in(folder));
    }

    /** Absolute, and there. */
    public Path folder() {
        return folder;
    }

    /** Where people reach this deployment, without a slash at the end. */
    public URI url() {
        return url;
    }

    /** The zone that dates are meant in where nobody says otherwise. */
    public ZoneId zone() {
        return zone;
    }

    /** 32 bytes that are the same for the same purpose as long as the key is, and tell nothing about any other purpose. */
    public byte[] derive(String purpose) {
        return key.derive(purpose);
    }

    private static URI local(HomeConfig config) {
        String scheme = config.tls().cert().isPresent() ? "https" : "http";
        return URI.create(scheme + "://localhost:" + config.http().port());
    }

    private static URI withoutSlash(URI url) {
        return URI.create(url.toString().replaceAll("/+$", ""));
    }
}
