package io.firth.home;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Where the PostgreSQL is and who we are there.
 *
 * @param place host, port and database with parameters, as both drivers write it: {@code host:5432/name?sslmode=require}
 */
record Database(String place, String user, String password) {

    private static final int OLDEST_MAJOR = 16;

    /** Reads {@code postgresql://user:password@host:port/database}, with or without {@code jdbc:} in front. */
    static Database parse(String url) {
        try {
            URI uri = URI.create(url.strip().replaceFirst("^jdbc:", "").replaceFirst("^postgres:", "postgresql:"));
            if (!"postgresql".equals(uri.getScheme())
                    || uri.getHost() == null
                    || uri.getRawPath().length() < 2) {
                throw new IllegalArgumentException(url);
            }
            String[] login = (uri.getRawUserInfo() == null ? ":" : uri.getRawUserInfo() + ":").split(":", -1);
            Map<String, String> asked = parameters(uri.getRawQuery());
            String place = uri.getHost() + ":" + (uri.getPort() < 0 ? 5432 : uri.getPort()) + uri.getRawPath();
            String rest = rest(asked);
            return new Database(
                    rest.isEmpty() ? place : place + "?" + rest,
                    asked.getOrDefault("user", decode(login[0])),
                    asked.getOrDefault("password", decode(login[1])));
        } catch (IllegalArgumentException malformed) {
            throw new Unable("FIRTH_DB_URL is no address such as postgresql://user:password@host:5432/database.");
        }
    }

    /** The same server, another database or another user with the same password. */
    Database as(String database, String someone) {
        return new Database(place.substring(0, place.indexOf('/') + 1) + database, someone, password);
    }

    Connection connect() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", user);
        login.setProperty("password", password);
        login.setProperty("connectTimeout", "10");
        @Nullable Connection connection = new Driver().connect("jdbc:postgresql://" + place, login);
        if (connection == null) {
            throw new SQLException("The driver does not know the address " + place);
        }
        return connection;
    }

    /** What Quarkus needs to reach it, by both drivers. */
    Map<String, String> properties() {
        return Map.of(
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://" + place,
                "quarkus.datasource.reactive.url",
                "postgresql://" + place,
                "quarkus.datasource.username",
                user,
                "quarkus.datasource.password",
                password);
    }

    /** @throws Unable when it cannot be reached, or is older than we can work with */
    void check() {
        try (Connection connection = connect()) {
            int major = connection.getMetaData().getDatabaseMajorVersion();
            if (major < OLDEST_MAJOR) {
                throw new Unable("Firth needs PostgreSQL " + OLDEST_MAJOR + " or newer; the one at " + place + " is "
                        + connection.getMetaData().getDatabaseProductVersion() + ".");
            }
        } catch (SQLException unreachable) {
            throw new Unable("The PostgreSQL at " + place + " cannot be used: " + unreachable.getMessage());
        }
    }

    /** Without the password, so that no log line can hold it. */
    @Override
    public String toString() {
        return user + " at " + place;
    }

    private static Map<String, String> parameters(@Nullable String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(decode(parts[0]), parts.length == 1 ? "" : decode(parts[1]));
        }
        return parameters;
    }

    private static String rest(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().matches("user|password"))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
