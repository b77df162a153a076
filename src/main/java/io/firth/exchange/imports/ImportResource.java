package io.firth.exchange.imports;

import io.firth.channel.Accounts;
import io.firth.conversation.Ids;
import io.firth.conversation.Refused;
import io.firth.exchange.imports.Jobs.RefusedLine;
import io.firth.exchange.imports.Staging.Asked;
import io.firth.http.foreign.Clean;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.firth.staff.audit.Audit;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The history of another system: files of lines, the jobs that take them in, and what they refused. */
@Path(ImportResource.PATH)
@RolesAllowed(Role.ADMINISTRATORS)
class ImportResource {

    static final String PATH = "/api/import";

    private static final String NDJSON = "application/x-ndjson";

    private final Upload upload;
    private final Runner runner;
    private final Jobs jobs;
    private final Accounts accounts;
    private final Mutiny.SessionFactory database;
    private final Audit audit;
    private final SecurityIdentity caller;

    ImportResource(
            Upload upload,
            Runner runner,
            Jobs jobs,
            Accounts accounts,
            Mutiny.SessionFactory database,
            Audit audit,
            SecurityIdentity caller) {
        this.upload = upload;
        this.runner = runner;
        this.jobs = jobs;
        this.accounts = accounts;
        this.database = database;
        this.audit = audit;
        this.caller = caller;
    }

    record JobList(List<Job> items) {}

    /** @param beginning of the line, as it came */
    record RefusedItem(int line, String reason, String beginning) {

        static RefusedItem of(RefusedLine line) {
            return new RefusedItem(line.line(), line.reason(), RefusedFile.beginning(line));
        }
    }

    /** @param next is {@code after} of the next page; null at the end */
    record RefusedPage(List<RefusedItem> items, @Nullable Integer next) {}

    @POST
    @Consumes(NDJSON)
    @ResponseStatus(202)
    @RunOnVirtualThread
    @Operation(
            summary = "Hand over a file of lines",
            description = "Answers when all of it is kept; it is taken in after that, one file after another.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = NDJSON,
                            schema =
                                    @Schema(
                                            type =
                                                    org.eclipse.microprofile.openapi.annotations.enums.SchemaType
                                                            .STRING)))
    @APIResponse(
            responseCode = "202",
            description = "The job to follow",
            content = @Content(schema = @Schema(implementation = Job.class)))
    @APIResponse(responseCode = "413", description = "More lines, or more bytes, than a file may have")
    public Job add(
            @QueryParam("source") @DefaultValue("import") @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,59}") String source,
            @QueryParam("name") @DefaultValue("") @Size(max = 1000) String name,
            @QueryParam("account") @Nullable UUID account,
            InputStream body) {
        if (account != null && accounts.find(account).isEmpty()) {
            throw new Refused("account.unknown", "There is no such account, or not any more.");
        }
        var agent = Access.of(caller).agent();
        var asked = new Asked(Ids.next(), source, Clean.fileName(name), account, agent);
        upload.take(asked, Runner.reader(source), body);
        note(asked, "import.added");
        runner.look();
        return jobs.one(asked.id()).await().indefinitely();
    }

    @GET
    @Operation(summary = "The last fifty jobs, the newest first")
    public Uni<JobList> recent() {
        return jobs.recent().map(JobList::new);
    }

    @GET
    @Path("/{id}")
    public Uni<Job> one(UUID id) {
        return jobs.one(id);
    }

    @POST
    @Path("/{id}/cancel")
    @Operation(summary = "Stop a job", description = "What it has taken in until then stays.")
    public Uni<Job> cancel(UUID id) {
        return jobs.cancel(id);
    }

    @GET
    @Path("/{id}/refused")
    @RunOnVirtualThread
    @Operation(
            summary = "What was refused, and why",
            description =
                    "A page as JSON, or all of it with `format=csv`, or `format=ndjson` to be mended and sent again.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = RefusedPage.class)),
                @Content(mediaType = "text/csv"),
                @Content(mediaType = NDJSON)
            })
    public Response refused(
            UUID id,
            @QueryParam("after") @DefaultValue("0") @Min(0) int after,
            @QueryParam("limit") @DefaultValue("100") @Min(1) @Max(500) int limit,
            @QueryParam("format") @DefaultValue("json") @Pattern(regexp = "json|csv|ndjson") String format) {
        var job = jobs.one(id).await().indefinitely();
        var file = new RefusedFile(jobs, job.id());
        return switch (format) {
            case "csv" -> saved(file::csv, "text/csv; charset=utf-8", job, "csv");
            case "ndjson" -> saved(file::ndjson, NDJSON, job, "ndjson");
            default ->
                Response.ok(page(job.id(), after, limit), "application/json").build();
        };
    }

    private RefusedPage page(UUID id, int after, int limit) {
        var lines = jobs.refused(id, after, limit, false).await().indefinitely();
        return new RefusedPage(
                lines.stream().map(RefusedItem::of).toList(),
                lines.size() < limit ? null : lines.getLast().line());
    }

    private static Response saved(StreamingOutput file, String type, Job job, String ending) {
        return Response.ok(file)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"refused-%s.%s\"".formatted(job.id(), ending))
                .build();
    }

    private void note(Asked asked, String action) {
        var subject = asked.name().isEmpty() ? asked.source() : asked.source() + " " + asked.name();
        Loop.await(() ->
                database.withStatelessTransaction(session -> audit.record(session, asked.agent(), action, subject)));
    }
}
