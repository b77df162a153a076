package io.firth.survey.wording;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The words of all languages. */
@Singleton
public class Wordings {

    private static final List<String> LANGUAGES =
            List.of("ar", "de", "en", "es", "fr", "he", "it", "ja", "nl", "pl", "pt", "tr");

    private final Map<String, Wording> all = new TreeMap<>();

    public Wordings() {
        LANGUAGES.forEach(language -> all.put(language, read(language)));
    }

    public List<String> languages() {
        return LANGUAGES;
    }

    public boolean speaks(String language) {
        return all.containsKey(language);
    }

    /** Of the first tag such as {@code de-AT} whose language there is; else English. */
    public Wording of(@Nullable String... wished) {
        for (var tag : wished) {
            var found = tag == null ? Optional.<Wording>empty() : find(tag);
            if (found.isPresent()) {
                return found.get();
            }
        }
        return Objects.requireNonNull(all.get("en"));
    }

    /** Of what a browser asks for (RFC 9110, 12.5.4), its first wishes first. */
    public Optional<Wording> accepted(@Nullable String header) {
        if (header == null || header.length() > 500) {
            return Optional.empty();
        }
        try {
            return Locale.LanguageRange.parse(header).stream()
                    .map(range -> find(range.getRange()))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<Wording> find(String tag) {
        return Optional.ofNullable(all.get(tag.split("[-_]", 2)[0].toLowerCase(Locale.ROOT)));
    }

    private static Wording read(String language) {
        var name = "/io/firth/survey/wording/%s.json".formatted(language);
        try (var file = Wordings.class.getResourceAsStream(name)) {
            var words = new ObjectMapper().readValue(file, new TypeReference<Map<String, String>>() {});
            return new Wording(language, words);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
