package io.firth.suggestion.approved;

import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Answers that may be offered as they are; supervisors keep them. */
@Path("/api/approved-answers")
@RolesAllowed(Role.SUPERVISORS)
@Tag(name = "Suggestions")
class ApprovedAnswersResource {

    private final ApprovedAnswers answers;
    private final SecurityIdentity caller;

    ApprovedAnswersResource(ApprovedAnswers answers, SecurityIdentity caller) {
        this.answers = answers;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "All approved answers, by their titles")
    public Uni<List<ApprovedAnswer>> all() {
        return answers.all();
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Approve an answer, from now on offered whenever one of its questions is asked")
    public Uni<ApprovedAnswer> add(@Valid @NotNull AnswerChange change) {
        return answers.add(Access.of(caller).agent(), change);
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Replace an approved answer by what it is to be")
    public Uni<ApprovedAnswer> change(UUID id, @Valid @NotNull AnswerChange change) {
        return answers.change(Access.of(caller).agent(), id, change);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Approve an answer no longer")
    public Uni<Void> remove(UUID id) {
        return answers.remove(id);
    }
}
