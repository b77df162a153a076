package io.firth.http;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Turns {@code firth.tls.cert} and {@code firth.tls.key} into what Quarkus wants; nothing where they are absent. */
public class TlsSource implements ConfigSourceFactory {

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        var cert = context.getValue("firth.tls.cert");
        var key = context.getValue("firth.tls.key");
        return isSet(cert) && isSet(key) ? List.of(source(cert.getValue(), key.getValue(), port(context))) : List.of();
    }

    @Override
    public OptionalInt getPriority() {
        return OptionalInt.of(275);
    }

    private static ConfigSource source(String cert, String key, String port) {
        var settings = new HashMap<>(Map.of("quarkus.tls.key-store.pem.firth.cert", cert));
        settings.put("quarkus.tls.key-store.pem.firth.key", key);
        settings.put("quarkus.tls.reload-period", "1h");
        settings.put("quarkus.http.ssl-port", port);
        settings.put("quarkus.http.insecure-requests", "disabled");
        return new PropertiesConfigSource(settings, "firth.tls", 275);
    }

    private static String port(ConfigSourceContext context) {
        var port = context.getValue("firth.http.port");
        return isSet(port) ? port.getValue() : "8080";
    }

    private static boolean isSet(ConfigValue value) {
        return value != null && value.getValue() != null && !value.getValue().isBlank();
    }
}
