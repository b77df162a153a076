package io.firth;

import io.firth.home.Residence;
import io.firth.home.Unable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts Firth: its home and its PostgreSQL first, then the product; and stops them the other way round. */
@QuarkusMain
public final class Firth {

    private Firth() {}

    public static void main(String... arguments) {
        int code = 1;
        try (Residence residence =
                Residence.enter(Path.of(setting("firth.home").orElse("data")), setting("firth.db.url"))) {
            residence.properties().forEach(System::setProperty);
            code = run(residence, arguments);
        } catch (Unable unable) {
            Failure.of(unable).ifPresent(System.err::println);
        }
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Returns when the product has stopped. A signal is answered by hooks that run side by side: the home's waits for the product's. */
    private static int run(Residence residence, String... arguments) {
        var stopped = new CountDownLatch(1);
        var code = new AtomicInteger();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeAfter(stopped, residence), "home"));
        Quarkus.run(
                null,
                (exit, failure) -> {
                    Failure.of(failure).ifPresent(System.err::println);
                    code.set(exit);
                    stopped.countDown();
                },
                arguments);
        return code.get();
    }

    private static void closeAfter(CountDownLatch stopped, Residence residence) {
        try {
            stopped.await();
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        residence.close();
    }

    /** What is needed before the product reads its configuration: a system property, else an environment variable. */
    private static Optional<String> setting(String name) {
        String variable = name.replace('.', '_').toUpperCase(Locale.ROOT);
        return Optional.ofNullable(System.getProperty(name, System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }
}
