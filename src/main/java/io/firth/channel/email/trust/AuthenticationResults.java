package io.firth.channel.email.trust;

import io.firth.conversation.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One {@code Authentication-Results} field (RFC 8601, 2.2).
 *
 * @param server the authserv-id: who says so, in lower case
 * @param results what it found, in its order
 */
public record AuthenticationResults(String server, List<Result> results) {

    /**
     * One method's result.
     *
     * @param properties such as {@code header.d=acme.test}, in lower case
     */
    public record Result(String method, String verdict, List<String> properties) {

        public Result {
            properties = List.copyOf(properties);
        }

        private Optional<String> property(String name) {
            return properties.stream()
                    .filter(property -> property.startsWith(name + "="))
                    .map(property -> property.substring(name.length() + 1))
                    .findFirst();
        }
    }

    public AuthenticationResults {
        results = List.copyOf(results);
    }

    /**
     * What the trusted server said of a mail. Only its topmost field counts: those below it may have come with the mail.
     *
     * @param fields the mail's fields of that name, from the top
     * @param domain of the address in From
     */
    public static Trust of(List<String> fields, String trustedServer, String domain) {
        return fields.stream()
                .map(AuthenticationResults::read)
                .filter(field -> field.server().equalsIgnoreCase(trustedServer.strip()))
                .findFirst()
                .filter(field -> field.prove(domain.toLowerCase(Locale.ROOT)))
                .map(field -> Trust.PROVEN)
                .orElse(Trust.CLAIMED);
    }

    static AuthenticationResults read(String field) {
        var clauses = clauses(withoutComments(field));
        var results = new ArrayList<Result>();
        for (var clause : clauses.subList(1, clauses.size())) {
            var words = clause.replaceAll("\\s*=\\s*", "=").strip().split("\\s+");
            int equals = words[0].indexOf('=');
            if (equals > 0) {
                var method = words[0].substring(0, equals).replaceAll("/.*", "");
                results.add(new Result(
                        method, words[0].substring(equals + 1), List.of(words).subList(1, words.length)));
            }
        }
        return new AuthenticationResults(clauses.getFirst().strip().replaceAll("\\s.*", ""), results);
    }

    /**
     * DMARC's verdict where there is one, for it means the address in From. Else a signature, or a permitted sender, of the same
     * domain or of one above it (RFC 7489, 3.1).
     */
    private boolean prove(String domain) {
        var dmarc = results.stream()
                .filter(result -> result.method().equals("dmarc"))
                .filter(result -> !result.verdict().equals("none"))
                .findFirst();
        if (dmarc.isPresent()) {
            return dmarc.get().verdict().equals("pass")
                    && dmarc.get().property("header.from").map(domain::equals).orElse(true);
        }
        return results.stream()
                .filter(result -> result.verdict().equals("pass"))
                .anyMatch(result -> isAligned(result, domain));
    }

    private static boolean isAligned(Result result, String domain) {
        return switch (result.method()) {
            case "dkim" -> isSameOrAbove(result.property("header.d"), domain);
            case "spf" -> isSameOrAbove(result.property("smtp.mailfrom").map(AuthenticationResults::domain), domain);
            default -> false;
        };
    }

    private static boolean isSameOrAbove(Optional<String> proven, String domain) {
        return proven.filter(it -> it.contains("."))
                .filter(it -> domain.equals(it) || domain.endsWith("." + it))
                .isPresent();
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /** Comments may nest, and hold anything (RFC 5322, 3.2.2). */
    private static String withoutComments(String field) {
        var out = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (c == '(' && !quoted) {
                depth++;
            } else if (c == ')' && !quoted && depth > 0) {
                depth--;
            } else if (depth == 0) {
                out.append(quoted && (Character.isWhitespace(c) || c == ';' || c == '=') ? '_' : c);
            }
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static List<String> clauses(String field) {
        return List.of(field.split(";", -1));
    }
}
