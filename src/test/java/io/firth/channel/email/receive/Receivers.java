package io.firth.channel.email.receive;

import io.firth.channel.email.Desk;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Receivers on free ports, in front of a {@link Desk}. */
final class Receivers {

    private Receivers() {}

    static SmtpReceiver of(Desk desk, int maxSize, int rate) {
        return new SmtpReceiver(smtp(maxSize, rate), NO_TLS, desk.home, desk.incoming, (account, at) -> {});
    }

    static SmtpReceiver of(Desk desk, Path cert, Path key) {
        return new SmtpReceiver(smtp(200_000, 1_000), tls(cert, key), desk.home, desk.incoming, (account, at) -> {});
    }

    private static SmtpConfig smtp(int maxSize, int rate) {
        return new SmtpConfig() {
            @Override
            public boolean enabled() {
                return true;
            }

            @Override
            public String host() {
                return "127.0.0.1";
            }

            @Override
            public int port() {
                return 0;
            }

            @Override
            public MemorySize maxSize() {
                return new MemorySize(BigInteger.valueOf(maxSize));
            }

            @Override
            public int maxRecipients() {
                return 10;
            }

            @Override
            public int maxConnections() {
                return 20;
            }

            @Override
            public int rate() {
                return rate;
            }

            @Override
            public Duration idle() {
                return Duration.ofSeconds(20);
            }

            @Override
            public Duration patience() {
                return Duration.ofSeconds(5);
            }
        };
    }

    private static final TlsConfig NO_TLS = tls(null, null);

    private static TlsConfig tls(@Nullable Path cert, @Nullable Path key) {
        return new TlsConfig() {
            @Override
            public Optional<Path> cert() {
                return Optional.ofNullable(cert);
            }

            @Override
            public Optional<Path> key() {
                return Optional.ofNullable(key);
            }
        };
    }
}
