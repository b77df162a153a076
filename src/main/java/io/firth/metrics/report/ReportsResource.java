package io.firth.metrics.report;

import io.firth.metrics.definition.Definitions;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Figures of a period, the facts behind them, and what each of them means. */
@Path("/api/reports/metrics")
@RolesAllowed(Role.AGENTS)
class ReportsResource {

    private static final int PAGE = 50;
    private static final int FILE_PAGE = 1_000;
    private static final String CSV = "text/csv";

    private final Definitions definitions;
    private final Asking asking;
    private final Reports reports;
    private final Behind behind;
    private final SecurityIdentity caller;

    ReportsResource(Definitions definitions, Asking asking, Reports reports, Behind behind, SecurityIdentity caller) {
        this.definitions = definitions;
        this.asking = asking;
        this.reports = reports;
        this.behind = behind;
        this.caller = caller;
    }

    /** Every figure there is, and what it means. */
    @GET
    @Path("/definitions")
    @RolesAllowed(Role.WALLS)
    public List<Meaning> definitions() {
        return definitions.all().stream().map(Meaning::of).toList();
    }

    /**
     * Figures of a period by group. One metric is answered by a report, several by a list of them.
     *
     * @param metric may be repeated
     * @param from an instant or a day
     * @param to an instant or a day; not in the period
     * @param zone where days begin; the deployment's where it is left out
     * @param groupBy any dimensions, and at most one unit of time; {@code hour_of_week} is {@code 1-09} on Mondays from nine to ten
     * @param hours {@code wall} or {@code business}
     * @param format {@code csv} for a file
     */
    @GET
    @RolesAllowed(Role.WALLS)
    @Produces({MediaType.APPLICATION_JSON, CSV})
    public Uni<Response> figures(
            @QueryParam("metric") List<String> metric,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("zone") @Nullable String zone,
            @QueryParam("group_by") List<String> groupBy,
            @QueryParam("hours") @Nullable String hours,
            @QueryParam("format") @Nullable String format,
            @Context UriInfo uri) {
        var access = Access.of(caller);
        var questions = asking.questions(uri.getQueryParameters(), access.ofBoards());
        if (access.role() == Role.WALL && questions.stream().anyMatch(Question::isOfAgents)) {
            throw new ForbiddenException();
        }
        return Multi.createFrom()
                .iterable(questions)
                .onItem()
                .transformToUniAndConcatenate(this::report)
                .collect()
                .asList()
                .map(found -> "csv".equals(format) ? csv(found) : json(found));
    }

    private Uni<Report> report(Question question) {
        var before = question.period().before(question.zone(), question.now());
        return reports.figures(question).chain(figures -> reports.figures(question.over(before))
                .map(earlier -> Report.of(question, figures, new Report.Before(before.from(), before.to(), earlier))));
    }

    private static Response json(List<Report> found) {
        return Response.ok(found.size() == 1 ? found.getFirst() : found, MediaType.APPLICATION_JSON)
                .build();
    }

    private static Response csv(List<Report> found) {
        return Response.ok(Csv.figures(found), CSV)
                .header("Content-Disposition", "attachment; filename=\"figures.csv\"")
                .build();
    }

    /**
     * The facts behind a figure, oldest first.
     *
     * @param after where the page before ended
     * @param format {@code csv} for a file of all of them
     */
    @GET
    @Path("/{metric}/intervals")
    public Uni<Behind.Page> intervals(
            @PathParam("metric") String metric, @QueryParam("after") @Nullable String after, @Context UriInfo uri) {
        return behind.page(asking.question(metric, uri.getQueryParameters(), Access.of(caller)), after, PAGE);
    }

    /** All facts behind a figure, as a file that is made while it is read. */
    @GET
    @Path("/{metric}/intervals.csv")
    @Produces(CSV)
    public Multi<String> file(@PathParam("metric") String metric, @Context UriInfo uri) {
        var question = asking.question(metric, uri.getQueryParameters(), Access.of(caller));
        var pages = Multi.createBy()
                .repeating()
                .uni(AtomicReference<@Nullable String>::new, next -> behind.page(question, next.get(), FILE_PAGE)
                        .invoke(page -> next.set(page.next())))
                .whilst(page -> page.next() != null)
                .map(page -> Csv.items(page.items()));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(Csv.head()), pages);
    }
}
