package io.firth.inbox.draft;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.http.html.SafeHtml;
import io.firth.inbox.Changes;
import io.firth.inbox.Changes.Change;
import io.firth.inbox.Kind;
import io.firth.inbox.Reading;
import io.firth.inbox.Recipient;
import io.firth.inbox.upload.Upload;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The caller's own draft in a conversation. Colleagues see that there is one, and since when; not what it says. */
@Path("/api/conversations/{id}/draft")
@RolesAllowed(Role.AGENTS)
class DraftsResource {

    private final Reading reading;
    private final Drafts drafts;
    private final Changes changes;
    private final SecurityIdentity caller;

    DraftsResource(Reading reading, Drafts drafts, Changes changes, SecurityIdentity caller) {
        this.reading = reading;
        this.drafts = drafts;
        this.changes = changes;
        this.caller = caller;
    }

    /**
     * @param attachments ids of uploads
     * @param forward the message to be handed on below the text
     * @param then what shall happen together with it, as a message's {@code then}
     */
    record NewDraft(
            @NotNull Kind kind,
            @NotNull @Size(max = 500_000) String text,
            @Size(max = 1_000_000) @Nullable String html,
            @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> to,
            @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> cc,
            @Size(max = 100) @Nullable List<@Valid @NotNull Recipient> bcc,
            @Size(max = 100) @Nullable List<@NotNull UUID> attachments,
            @Valid Draft.@Nullable Forward forward,

            @Schema(implementation = Change.class) @Nullable JsonNode then,

            @Min(0) int baseSeq) {

        List<UUID> files() {
            return attachments == null ? List.of() : attachments;
        }

        boolean isEmpty() {
            return text.isBlank() && files().isEmpty() && forward == null;
        }

        Draft kept(List<Upload> files, Instant savedAt) {
            var clean = html == null ? null : SafeHtml.clean(html);
            return new Draft(kind, text, clean, to, cc, bcc, files, forward, wishes(), baseSeq, savedAt);
        }

        private @Nullable JsonNode wishes() {
            return then == null || then.isNull() || (then.isObject() && then.isEmpty()) ? null : then;
        }
    }

    /** Answers 204 where there is none. */
    @GET
    public Uni<@Nullable Draft> find(UUID id) {
        var access = access();
        return reading.item(id, access).chain(seen -> drafts.find(access.agent(), id));
    }

    /** One with nothing in it is not kept, and deletes what was there. */
    @PUT
    public Uni<Draft> put(UUID id, @Valid @NotNull NewDraft draft) {
        var access = access();
        changes.read(draft.wishes());
        return reading.item(id, access)
                .chain(seen -> draft.isEmpty() ? discarded(id, draft) : drafts.put(access.agent(), id, draft));
    }

    @DELETE
    public Uni<Void> discard(UUID id) {
        var access = access();
        return reading.item(id, access).chain(seen -> drafts.discard(access.agent(), id));
    }

    private Uni<Draft> discarded(UUID id, NewDraft empty) {
        return drafts.discard(access().agent(), id).replaceWith(() -> empty.kept(List.of(), Instant.now()));
    }

    private Access access() {
        return Access.of(caller);
    }
}
