package io.firth;

import static io.firth.journal.Samples.now;

import io.firth.channel.Accounts;
import io.firth.conversation.Address;
import io.firth.conversation.Attachment;
import io.firth.conversation.Command;
import io.firth.conversation.Content;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Ids;
import io.firth.conversation.Inbound.Arrival;
import io.firth.conversation.Inbound.Hint;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Target;
import io.firth.conversation.Origin;
import io.firth.journal.Raw;
import io.firth.journal.Samples;
import io.firth.journal.Work;
import io.firth.journal.Writer;
import io.firth.journal.Written;
import io.quarkus.arc.Arc;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** Customers and agents at work on the account that a fresh deployment has. */
public final class Desk {

    private static final Duration SOON = Duration.ofSeconds(60);

    private Desk() {}

    /** A customer's first mail. @return its conversation */
    public static UUID opened(String text) {
        return opened(Content.of(text));
    }

    public static UUID opened(Content content) {
        return write(mail(Origin.HUMAN, content)).conversation();
    }

    /** Somebody who has never written before. */
    public static Address somebody() {
        var id = Ids.next();
        return Address.email(id + "@customer.example", "Nell " + id);
    }

    /** Somebody's first mail on a subject. @return its conversation */
    public static UUID openedBy(Address from, String subject, String text) {
        return write(mail(from, subject, Origin.HUMAN, Content.of(text))).conversation();
    }

    /** Many first mails at once. */
    public static List<UUID> opened(int howMany, String text) {
        var works = IntStream.range(0, howMany)
                .mapToObj(i -> mail(Origin.HUMAN, Content.of(text)))
                .toList();
        return writeAll(works).stream().map(Written::conversation).toList();
    }

    public static UUID openedWith(Attachment... files) {
        return write(mail(Origin.HUMAN, new Content("See the file", "", null, List.of(files))))
                .conversation();
    }

    /** The customer writes again. */
    public static Written writesAgain(UUID conversation, Origin origin, String text) {
        return write(mail(origin, Content.of(text), new Hint.Ours(conversation)));
    }

    /** Somebody writes who takes part. */
    public static Written writesAgain(Address from, UUID conversation, Origin origin, String text) {
        return write(mail(from, "Re: ", origin, Content.of(text), new Hint.Ours(conversation)));
    }

    public static Written does(UUID agent, UUID conversation, Command... commands) {
        return write(Samples.order(conversation, agent, null, commands));
    }

    public static void doesAll(List<Work> works) {
        writeAll(works);
    }

    /** A report from outside on one of our messages. */
    public static Written reported(UUID conversation, int message, DeliveryState state) {
        var id = Ids.next().toString();
        return write(new Work.Take(
                new Receipt(
                        account(),
                        List.of(id),
                        now(),
                        new Target.Named(conversation, message),
                        state,
                        "said the other side"),
                raw(id)));
    }

    public static UUID account() {
        return Arc.container()
                .instance(Accounts.class)
                .get()
                .active()
                .getFirst()
                .id();
    }

    public static Written write(Work work) {
        return writer().write(work).await().atMost(SOON);
    }

    private static List<Written> writeAll(List<Work> works) {
        return Uni.join()
                .all(works.stream().map(writer()::write).toList())
                .usingConcurrencyOf(128)
                .andFailFast()
                .await()
                .atMost(SOON);
    }

    private static Work mail(Origin origin, Content content, Hint... hints) {
        return mail(Samples.ADA, "Where is my parcel?", origin, content, hints);
    }

    private static Work mail(Address from, String subject, Origin origin, Content content, Hint... hints) {
        var id = Ids.next().toString();
        var arrival = new Arrival(
                account(),
                List.of("mail " + id),
                now(),
                List.of(hints),
                List.of(id),
                origin,
                from,
                List.<Address>of(),
                List.of(),
                subject,
                content,
                id,
                null);
        return new Work.Take(arrival, raw(content.text()));
    }

    private static Raw raw(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Raw(
                Ids.next(), account(), "email", now(), "ada@customer.example", List.of(), bytes.length, null, bytes);
    }

    private static Writer writer() {
        return Arc.container().instance(Writer.class).get();
    }
}
