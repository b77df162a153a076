package io.firth.channel.email;

import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.Intake;
import io.firth.channel.RawInput;
import io.firth.channel.email.ids.SignedIds;
import io.firth.channel.email.mime.Mail;
import io.firth.channel.email.mime.MailParser;
import io.firth.channel.email.mime.Unreadable;
import io.firth.channel.email.mime.Words;
import io.firth.channel.email.quote.Folded;
import io.firth.channel.email.quote.Folding;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Inbound;
import io.firth.conversation.Origin;
import io.firth.http.foreign.Clean;
import io.firth.http.html.SafeHtml;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Understands a mail that arrived, and hands it to {@link Intake}. */
@Singleton
public class Incoming {

    private static final int LONGEST_SUBJECT = 500;

    private final Entrance entrance;
    private final Supplier<List<Account>> accounts;
    private final Attachments attachments;
    private final SignedIds ids;
    private final LoopGuard loops;

    @Inject
    Incoming(Intake intake, Accounts accounts, Attachments attachments, SignedIds ids, LoopGuard loops) {
        this(Entrance.of(intake), accounts::active, attachments, ids, loops);
    }

    Incoming(
            Entrance entrance,
            Supplier<List<Account>> accounts,
            Attachments attachments,
            SignedIds ids,
            LoopGuard loops) {
        this.entrance = entrance;
        this.accounts = accounts;
        this.attachments = attachments;
        this.ids = ids;
        this.loops = loops;
    }

    /** Whose address that is, if anybody's. */
    public Optional<Account> account(String address) {
        return Recipients.account(accounts.get(), address);
    }

    /** As {@link Intake#setAside}. */
    public Uni<Accepted> setAside(RawInput raw, String reason) {
        return entrance.setAside(raw, reason);
    }

    /**
     * Reads, keeps the attachments and hands over. Blocks while it reads, so it is called on a worker or a virtual thread;
     * the answer comes at the commit. Fails with {@link Unreadable} where nothing in the bytes is a mail.
     */
    public Uni<Accepted> take(RawInput raw) {
        return Uni.createFrom().item(() -> understand(raw)).chain(inbound -> entrance.accept(inbound, raw));
    }

    Inbound understand(RawInput raw) {
        Mail mail = MailParser.parse(raw.bytes());
        Fingerprint fingerprint = Fingerprint.of(mail);
        Origin origin = MachineMail.classify(mail, raw.from());
        if (origin == Origin.BOUNCE) {
            var bounce = Bounce.of(mail, raw.to(), ids);
            if (bounce.isPresent()) {
                return receipt(bounce.get(), fingerprint, raw);
            }
        }
        return arrival(mail, fingerprint, origin, raw);
    }

    private static Inbound receipt(Bounce bounce, Fingerprint fingerprint, RawInput raw) {
        return new Inbound.Receipt(
                raw.account(),
                List.of(fingerprint.key()),
                raw.at(),
                new Inbound.Target.Named(
                        bounce.message().conversation(), bounce.message().seq()),
                DeliveryState.FAILED,
                bounce.words());
    }

    private Inbound arrival(Mail mail, Fingerprint fingerprint, Origin machine, RawInput raw) {
        Address from = sender(mail, raw);
        Content content = content(mail);
        Origin origin = origin(mail, from, fingerprint, content.text(), machine, raw);
        return new Inbound.Arrival(
                raw.account(),
                List.of(fingerprint.key()),
                raw.at(),
                new Hints(ids).of(mail, raw.to()),
                List.of(fingerprint.id()),
                origin,
                from,
                mail.to().isEmpty() ? raw.to().stream().map(Incoming::address).toList() : mail.to(),
                mail.cc(),
                subject(mail),
                content,
                mail.messageId(),
                null);
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
        if (!isMarked(mail) && isOurs(from)) {
            return Words.addresses(mail.headers().every("reply-to")).stream()
                    .filter(it -> !isOurs(it))
                    .findFirst()
                    .orElse(from);
        }
        return from;
    }

    /**
     * Our own mail that came back is never answered by itself. It is no echo either: anybody can write our address as the
     * sender, and whoever got a mail of ours has its mark.
     */
    private Origin origin(
            Mail mail, Address from, Fingerprint fingerprint, String words, Origin machine, RawInput raw) {
        boolean own = isMarked(mail) || isOurs(from);
        Origin seen = own && machine == Origin.HUMAN ? Origin.AUTO_REPLY : machine;
        return loops.judge(raw.account(), from.value(), fingerprint.key(), words, seen, raw.at());
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
