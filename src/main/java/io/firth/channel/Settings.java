package io.firth.channel;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What an account is set up with: words that administrators may see, and secrets that nobody sees again. */
public final class Settings {

    public static final Settings NONE = new Settings(Map.of(), Map.of());

    private final Map<String, String> values;
    private final Map<String, String> secrets;

    private Settings(Map<String, String> values, Map<String, String> secrets) {
        this.values = Map.copyOf(values);
        this.secrets = Map.copyOf(secrets);
    }

    public static Settings of(Map<String, String> values, Map<String, String> secrets) {
        return new Settings(values, secrets);
    }

    /** Empty where it is not set, or blank. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name)).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** Fails with {@link IllegalArgumentException} where something else stands there. */
    public int number(String name, int otherwise) {
        return text(name).map(Integer::valueOf).orElse(otherwise);
    }

    public boolean flag(String name, boolean otherwise) {
        return text(name).map(Boolean::valueOf).orElse(otherwise);
    }

    /** Its lines, stripped, without empty ones. */
    public List<String> list(String name) {
        return Optional.ofNullable(values.get(name)).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public Optional<String> secret(String name) {
        return Optional.ofNullable(secrets.get(name)).filter(value -> !value.isEmpty());
    }

    Map<String, String> values() {
        return values;
    }

    Map<String, String> secrets() {
        return secrets;
    }

    /** With these in place of the former ones; a blank secret takes the former one away. */
    Settings with(Map<String, String> changedValues, Map<String, String> changedSecrets) {
        var kept = new TreeMap<>(values);
        kept.putAll(changedValues);
        var sealed = new TreeMap<>(secrets);
        sealed.putAll(changedSecrets);
        sealed.values().removeIf(String::isEmpty);
        return new Settings(kept, sealed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings it && it.values.equals(values) && it.secrets.equals(secrets);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values, secrets);
    }

    /** Without the secrets: this may end up in a log. */
    @Override
    public String toString() {
        return values + " and " + secrets.size() + " secrets";
    }
}
