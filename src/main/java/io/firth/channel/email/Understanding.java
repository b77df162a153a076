package io.firth.channel.email;

import io.firth.channel.Account;
import io.firth.channel.RawInput;
import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.ids.SignedIds.MessageName;
import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.MailParser;
import io.firth.channel.email.mime.Unreadable;
import io.firth.channel.email.mime.Words;
import io.firth.channel.email.quote.Folded;
import io.firth.channel.email.quote.Folding;
import io.firth.channel.email.trust.AuthenticationResults;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Origin;
import io.firth.conversation.Trust;
import io.firth.http.foreign.Clean;
import io.firth.http.html.SafeHtml;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a mail means: somebody's message, our own side's, or news of a message that we sent. */
final class Understanding {

    private static final int LONGEST_SUBJECT = 500;
    private static final int MOST_THREAD_KEYS = 30;

    private final Supplier<List<Account>> accounts;
    private final Attachments attachments;
    private final SignedIds ids;
    private final LoopGuard loops;

    Understanding(Supplier<List<Account>> accounts, Attachments attachments, SignedIds ids, LoopGuard loops) {
        this.accounts = accounts;
        this.attachments = attachments;
        this.ids = ids;
        this.loops = loops;
    }

    /** Blocks while it keeps the attachments. Fails with {@link Unreadable} where nothing in the bytes is a mail. */
    Inbound of(RawInput raw) {
        Mail mail = MailParser.parse(raw.bytes());
        Fingerprint fingerprint = Fingerprint.of(mail);
        return news(mail, raw, keys(fingerprint, raw)).orElseGet(() -> arrival(mail, fingerprint, raw));
    }

    /** What a mail says of one of our own messages, where that is all it says. */
    private Optional<Inbound> news(Mail mail, RawInput raw, List<String> keys) {
        Optional<Inbound> sent = ownMessage(mail).map(name -> receipt(raw, keys, name, DeliveryState.ACCEPTED, null));
        if (sent.isPresent()) {
            return sent;
        }
        if (MachineMail.classify(mail, raw.from()) == Origin.BOUNCE) {
            var bounce = Bounce.of(mail, raw.to(), ids);
            if (bounce.isPresent()) {
                return bounce.map(it -> receipt(raw, keys, it.message(), DeliveryState.FAILED, it.words()));
            }
        }
        return Disposition.of(mail, raw.to(), ids).map(it -> receipt(raw, keys, it.message(), it.state(), it.words()));
    }

    /**
     * A mail that we sent ourselves and find again, in the Sent folder or because a copy went to an address of ours: it was
     * sent, and stands in its conversation already.
     */
    private Optional<MessageName> ownMessage(Mail mail) {
        var from = mail.from();
        var id = mail.messageId();
        boolean own = from != null && id != null && isMarked(mail) && isOurs(from);
        return own ? ids.readMessageId(String.valueOf(id)) : Optional.empty();
    }

    private static Inbound receipt(
            RawInput raw, List<String> keys, MessageName message, DeliveryState state, @Nullable String words) {
        return new Inbound.Receipt(
                raw.account(), keys, raw.at(), new Target.Named(message.conversation(), message.seq()), state, words);
    }

    private Inbound arrival(Mail mail, Fingerprint fingerprint, RawInput raw) {
        boolean echo = Slot.of(raw).filter(Slot::sent).isPresent();
        Address from = sender(mail, raw);
        Content content = content(mail);
        Origin origin = echo ? Origin.ECHO : origin(mail, from, fingerprint, content.text(), raw);
        return new Inbound.Arrival(
                raw.account(),
                keys(fingerprint, raw),
                raw.at(),
                new Hints(ids).of(mail, raw.to()),
                threadKeys(mail, fingerprint),
                origin,
                from,
                recipients(mail, raw),
                mail.cc(),
                subject(mail),
                content,
                mail.messageId(),
                echo ? Trust.PROVEN : trust(mail, from, raw));
    }

    private static List<String> keys(Fingerprint fingerprint, RawInput raw) {
        return Stream.concat(Slot.of(raw).map(Slot::toString).stream(), Stream.of(fingerprint.key()))
                .toList();
    }

    /** What it answers is named too: others may answer the same mail, and that may never come here. */
    private List<String> threadKeys(Mail mail, Fingerprint fingerprint) {
        return Stream.concat(
                        Stream.of(fingerprint.id()),
                        Hints.answered(mail).stream()
                                .filter(id -> ids.readMessageId(id).isEmpty()))
                .limit(MOST_THREAD_KEYS)
                .toList();
    }

    private static List<Address> recipients(Mail mail, RawInput raw) {
        if (!mail.to().isEmpty() || Slot.of(raw).isPresent()) {
            return mail.to();
        }
        return raw.to().stream().map(Understanding::address).toList();
    }

    private Content content(Mail mail) {
        Folded folded = Folding.fold(mail.text(), mail.html());
        String html = mail.html() == null ? null : SafeHtml.clean(mail.html());
        return new Content(folded.text(), folded.quoted(), html, attachments.keep(mail.parts()));
    }

    /** A form on somebody's site that writes in our own name says by Reply-To who really wrote. */
    private Address sender(Mail mail, RawInput raw) {
        Address from = mail.from();
        if (from == null) {
            if (raw.from().indexOf('@') < 1) {
                throw new Unreadable("Nobody is named as its sender.");
            }
            return address(raw.from());
        }
        boolean sent = Slot.of(raw).filter(Slot::sent).isPresent();
        if (!sent && !isMarked(mail) && isOurs(from)) {
            return Words.addresses(mail.headers().every("reply-to")).stream()
                    .filter(it -> !isOurs(it))
                    .findFirst()
                    .orElse(from);
        }
        return from;
    }

    /**
     * Our own mail that came back is never answered by itself. Outside the Sent folder it is no echo either: anybody can write
     * our address as the sender, and whoever got a mail of ours has its mark.
     */
    private Origin origin(Mail mail, Address from, Fingerprint fingerprint, String words, RawInput raw) {
        Origin machine = MachineMail.classify(mail, raw.from());
        boolean own = isMarked(mail) || isOurs(from);
        Origin seen = own && machine == Origin.HUMAN ? Origin.AUTO_REPLY : machine;
        return loops.judge(raw.account(), from.value(), fingerprint.key(), words, seen, raw.at());
    }

    /** Null where nobody told whose word counts. */
    private @Nullable Trust trust(Mail mail, Address from, RawInput raw) {
        String domain = from.value().substring(from.value().lastIndexOf('@') + 1);
        return accounts.get().stream()
                .filter(account -> account.id().equals(raw.account()))
                .flatMap(account -> account.settings().text("authserv_id").stream())
                .findFirst()
                .map(server -> AuthenticationResults.of(mail.headers().every("authentication-results"), server, domain))
                .orElse(null);
    }

    private boolean isMarked(Mail mail) {
        return mail.headers().every(SignedIds.LOOP_FIELD).stream().anyMatch(ids::isLoopMark);
    }

    private boolean isOurs(Address address) {
        return Recipients.isOurs(accounts.get(), address.value());
    }

    private static Address address(String value) {
        return Address.email(Clean.line(value).toLowerCase(Locale.ROOT), null);
    }

    private static String subject(Mail mail) {
        String subject = mail.subject();
        return subject.length() <= LONGEST_SUBJECT ? subject : Clean.line(subject.substring(0, LONGEST_SUBJECT));
    }
}
