package io.firth.channel.email;

import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.ids.SignedIds.MessageName;
import io.firth.channel.email.mime.Mail;
import io.firth.conversation.Address;
import io.firth.conversation.Inbound.Hint;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a mail may belong, the most trusted reason first. A number in the subject is the last, and joins nothing by itself. */
final class Hints {

    private static final int MOST = 100;

    /** {@code [#123]}, as programs write it into subjects. */
    private static final Pattern NUMBER = Pattern.compile("\\[#(\\d{1,15})]");

    private final SignedIds ids;

    Hints(SignedIds ids) {
        this.ids = ids;
    }

    List<Hint> of(Mail mail, List<String> envelopeRecipients) {
        Set<Hint> hints = new LinkedHashSet<>();
        recipients(mail, envelopeRecipients).forEach(address -> {
            ids.readReplyAddress(address).map(Hint.Token::new).ifPresent(hints::add);
            ids.readBounceAddress(address)
                    .map(MessageName::conversation)
                    .map(Hint.Token::new)
                    .ifPresent(hints::add);
        });
        List<String> answered = answered(mail);
        for (String id : answered) {
            ids.readMessageId(id)
                    .map(MessageName::conversation)
                    .map(Hint.Ours::new)
                    .ifPresent(hints::add);
        }
        for (String id : answered) {
            if (ids.readMessageId(id).isEmpty()) {
                hints.add(new Hint.Foreign(id));
            }
        }
        if (mail.messageId() != null) {
            hints.add(new Hint.Own(mail.messageId()));
        }
        var mentioned = NUMBER.matcher(mail.subject());
        if (mentioned.find()) {
            hints.add(new Hint.Mentioned(Long.parseLong(mentioned.group(1))));
        }
        return hints.stream().limit(MOST).toList();
    }

    /** The messages it answers: In-Reply-To, then References from the youngest to the oldest. */
    static List<String> answered(Mail mail) {
        Set<String> answered = new LinkedHashSet<>(mail.inReplyTo());
        answered.addAll(mail.references().reversed());
        String own = mail.messageId();
        answered.removeIf(id -> id.equals(own));
        return List.copyOf(answered);
    }

    /** Every address it went to, as far as anybody wrote it down. */
    static List<String> recipients(Mail mail, List<String> envelopeRecipients) {
        List<String> recipients = new ArrayList<>(envelopeRecipients);
        Stream.concat(mail.to().stream(), mail.cc().stream())
                .map(Address::value)
                .forEach(recipients::add);
        for (String name : List.of("delivered-to", "x-original-to", "envelope-to", "resent-to", "x-forwarded-to")) {
            for (String value : mail.headers().every(name)) {
                Stream.of(value.split("[\\s,;<>]"))
                        .filter(it -> it.contains("@"))
                        .forEach(recipients::add);
            }
        }
        return recipients;
    }
}
