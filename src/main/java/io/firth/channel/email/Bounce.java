package io.firth.channel.email;

import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.ids.SignedIds.MessageName;
import io.firth.channel.email.mime.Headers;
import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.MailParser;
import io.firth.channel.email.mime.Part;
import io.firth.channel.email.mime.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * What a bounce says about one of our messages, in either shape: with a {@code message/delivery-status} part (RFC 3464)
 * wherever it stands, or in plain words.
 *
 * @param message the one that did not arrive
 * @param words the other server's, for the agent
 */
record Bounce(MessageName message, String words) {

    private static final int LONGEST_WORDS = 500;

    /** Empty where it names none of our messages, or only says that delivery takes longer. */
    static Optional<Bounce> of(Mail mail, List<String> envelopeRecipients, SignedIds ids) {
        if (!mail.reports().isEmpty() && mail.reports().stream().noneMatch(Bounce::isFinal)) {
            return Optional.empty();
        }
        return message(mail, envelopeRecipients, mail.reports(), ids).map(name -> new Bounce(name, words(mail)));
    }

    /** Which of our messages a report is about: the address it came to says so, else what it returns, answers or names. */
    static Optional<MessageName> message(
            Mail mail, List<String> envelopeRecipients, List<String> reports, SignedIds ids) {
        for (String address : Hints.recipients(mail, envelopeRecipients)) {
            Optional<MessageName> named = ids.readBounceAddress(address);
            if (named.isPresent()) {
                return named;
            }
        }
        List<String> candidates = new ArrayList<>(returnedIds(mail));
        candidates.addAll(Hints.answered(mail));
        reports.forEach(report -> addWords(report, candidates));
        addWords(mail.text(), candidates);
        return candidates.stream()
                .map(ids::readMessageId)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> returnedIds(Mail mail) {
        List<String> found = new ArrayList<>();
        for (Part part : mail.parts()) {
            if (part.mediaType().startsWith("message/") || part.mediaType().equals("text/rfc822-headers")) {
                Headers returned = MailParser.headers(part.bytes());
                found.addAll(Words.ids(returned.every("message-id")));
            }
        }
        return found;
    }

    private static void addWords(String text, List<String> candidates) {
        var words = new StringTokenizer(text, " \t\n<>\"'()[]");
        while (words.hasMoreTokens()) {
            String word = words.nextToken();
            if (word.length() > 48 && word.contains(".m.") && word.contains("@")) {
                candidates.add(word);
            }
        }
    }

    /**
     * A report of a delay is not final, unless it gives up: some servers report an expired mail as delayed with status
     * 4.4.7 (RFC 3463, 3.5).
     */
    private static boolean isFinal(String report) {
        String action = field(report, "action").toLowerCase(Locale.ROOT);
        String status = field(report, "status");
        boolean expired =
                status.startsWith("4.4.7") && field(report, "will-retry-until").isEmpty();
        return action.startsWith("failed") || status.startsWith("5") || expired;
    }

    private static String words(Mail mail) {
        List<String> said = new ArrayList<>();
        for (String report : mail.reports()) {
            String recipient = afterSemicolon(field(report, "final-recipient"));
            String diagnostic = afterSemicolon(field(report, "diagnostic-code"));
            String status = field(report, "status");
            said.add((recipient + " " + (diagnostic.isEmpty() ? status : diagnostic)).strip());
        }
        said.removeIf(String::isBlank);
        String words = said.isEmpty() ? mail.text().strip() : String.join("; ", said);
        return words.length() <= LONGEST_WORDS ? words : words.substring(0, LONGEST_WORDS) + "…";
    }

    private static String afterSemicolon(String value) {
        return value.substring(value.indexOf(';') + 1).strip();
    }

    /** The first field of that name in any of the report's groups. */
    private static String field(String report, String name) {
        StringBuilder value = new StringBuilder();
        boolean inside = false;
        for (String line : report.split("\n", -1)) {
            boolean continued = line.startsWith(" ") || line.startsWith("\t");
            if (inside && !continued) {
                return value.toString();
            }
            if (inside) {
                value.append(' ').append(line.strip());
            } else if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                value.append(line.substring(name.length() + 1).strip());
                inside = true;
            }
        }
        return value.toString();
    }
}
