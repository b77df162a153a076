package io.firth.home;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Homes for tests that need no more of the house. */
public final class Homes {

    private static final Path ALL = Path.of("target", "homes");

    private Homes() {}

    public static Home in(Path folder) {
        return new Home(configured(Map.of(
                "FIRTH_HOME", folder.toString(),
                "FIRTH_URL", "https://desk.acme.test",
                "FIRTH_SECRET", "a secret for tests and nothing else, long enough")));
    }

    public static Files files(Home home) {
        return new Files(home);
    }

    /** A folder of this name that is not there, in a place that PostgreSQL reaches whoever runs the tests. */
    static Path none(String name) throws IOException {
        Path home = ALL.resolve(name).toAbsolutePath();
        Folders.delete(home);
        return home;
    }

    /** What the environment makes of the configuration. */
    static HomeConfig configured(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new EnvConfigSource(environment, 300))
                .withMapping(HomeConfig.class)
                .build()
                .getConfigMapping(HomeConfig.class);
    }
}
