package io.firth.channel.email.mime;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header fields of a mail or a part, in their order, unfolded and cleaned; encoded words are left as they are. */
public record Headers(List<Header> all) {

    static final Headers NONE = new Headers(List.of());

    /** One field. The name is in lower case. */
    public record Header(String name, String value) {

        public Header {
            name = name.toLowerCase(Locale.ROOT);
        }
    }

    public Headers {
        all = List.copyOf(all);
    }

    public Optional<String> first(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    public List<String> every(String name) {
        return all.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    public boolean has(String name) {
        return first(name).isPresent();
    }
}
