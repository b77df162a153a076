package io.firth.suggestion.common;

import io.firth.staff.Role;
import io.firth.suggestion.bank.Banks;
import io.firth.suggestion.bank.CommonQuestion;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Questions that are worth an approved answer. */
@Path("/api/common-questions")
@RolesAllowed(Role.SUPERVISORS)
@Tag(name = "Suggestions")
class CommonQuestionsResource {

    private static final int MOST = 20;
    private static final int FEWEST = 2;

    private final Banks banks;

    CommonQuestionsResource(Banks banks) {
        this.banks = banks;
    }

    @GET
    @Operation(
            summary =
                    "What was asked most often of an account lately and answered alike, without those whose answer is approved",
            description = "At most twenty, each asked by two customers or more.")
    public Uni<List<CommonQuestion>> common(@QueryParam("account") @NotNull UUID account) {
        return banks.common(account).map(common -> common.stream()
                .filter(each -> each.customers() >= FEWEST)
                .limit(MOST)
                .toList());
    }
}
