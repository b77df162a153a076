package io.firth.inbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.firth.conversation.Address;
import io.firth.conversation.Collision;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Offer;
import io.firth.conversation.MessageKind;
import io.firth.conversation.Origin;
import io.firth.conversation.Part;
import io.firth.conversation.Priority;
import io.firth.conversation.Trust;
import io.firth.inbox.Item.Named;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as the API and the live stream show it: the same members for all, and those of its type beside them.
 *
 * @param type one of the lasting names of the journal, such as {@code message}
 * @param imported whether it happened in another system; absent where it happened here
 */
public record InteractionView(
        int seq,
        long position,
        String type,
        Instant at,
        Who actor,
        @JsonProperty("public") boolean isPublic,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean imported,
        @JsonUnwrapped Body body) {

    /** @param kind {@code customer}, {@code agent}, {@code bot} or {@code system} */
    public record Who(
            String kind, @Nullable UUID id, @Nullable String name) {}

    /** What only interactions of one type have. */
    public sealed interface Body {}

    /**
     * @param text what the writer wrote now
     * @param quoted what was folded: quotes and signature
     * @param html the whole, sanitised; null where the message was plain text
     * @param unverified whether it joined by a reply token while its author took no part
     * @param bcc those who got it unseen by the others
     * @param trust whether its author is who it says; null where nobody asked
     * @param parts what it carries beside words and files, each with its {@code kind}
     * @param delivery null for what came in
     */
    public record MessageBody(
            Direction direction,
            Origin origin,
            Address from,
            List<Address> to,
            List<Address> cc,
            String text,
            String quoted,
            @Nullable String html,
            List<AttachmentView> attachments,
            @Nullable String externalId,
            boolean unverified,
            List<Address> bcc,
            @Nullable Trust trust,
            MessageKind kind,
            List<PartView> parts,
            @Nullable DeliveryView delivery)
            implements Body {}

    public record NoteBody(
            String text, String quoted, @Nullable String html, List<AttachmentView> attachments) implements Body {}

    public record StatusBody(
            String status,
            String category,
            @Nullable Instant until,
            @Nullable String reason) implements Body {}

    /** @param solved null where they did not say; so {@code helpful}, and whether they would come back */
    public record RatedBody(
            String survey,
            String scale,
            int score,
            @Nullable String comment,
            @Nullable Integer resolution,
            @Nullable UUID asked,
            @Nullable Boolean solved,
            @Nullable Boolean helpful,
            @Nullable Boolean comesBack,
            @Nullable String wording,
            @Nullable String language)
            implements Body {}

    public record HandedOverBody(@Nullable String reason) implements Body {}

    /** @param message the {@code seq} of the customer's message that they answer */
    public record SuggestedBody(int message, List<Offer> offers) implements Body {}

    public record SuggestionUsedBody(int message, int suggested, UUID answer, double similarity) implements Body {}

    public record SuggestionDismissedBody(int suggested, UUID answer) implements Body {}

    public record AssignedBody(
            @Nullable Named agent, @Nullable Named team) implements Body {}

    public record LabelledBody(SortedSet<String> added, SortedSet<String> removed) implements Body {}

    public record PrioritisedBody(Priority priority) implements Body {}

    /** @param url of the mail as it was captured; null unless it was */
    public record DeliveryBody(
            int message,
            DeliveryState state,
            @Nullable String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url)
            implements Body {}

    public record SendStoppedBody(Collision collision, int baseSeq, int lastPublicSeq) implements Body {}

    /** @param message the {@code seq} of the message that reads so from now on */
    public record EditedBody(
            int message,
            String text,
            String quoted,
            @Nullable String html,
            List<AttachmentView> attachments,
            List<PartView> parts)
            implements Body {}

    /** @param message the {@code seq} of the message that was taken back */
    public record RemovedBody(int message) implements Body {}

    public record ReactedBody(int message, Address by, String emoji, boolean on) implements Body {}

    /** @param from the one that was merged into this one; its messages are read there */
    public record MergedBody(UUID from, long number) implements Body {}

    /** @param into the one in which this one goes on */
    public record MergedIntoBody(UUID into, long number) implements Body {}

    /** @param from the one on the other side of a merge that was undone */
    public record SeparatedBody(UUID from, long number) implements Body {}

    /** A part with the name of its kind. */
    public record PartView(String kind, @JsonUnwrapped Part part) {}

    /** @param url of the mail as it was captured; null unless it was */
    public record DeliveryView(
            DeliveryState state,
            @Nullable String detail,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String url) {}

    /** @param inline whether the message's HTML shows it in its place */
    public record AttachmentView(int n, String name, String mediaType, long size, String url, boolean inline) {}
}
