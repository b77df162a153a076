package io.firth.survey.answer;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.home.Home;
import io.firth.http.Caller;
import io.firth.http.Rate;
import io.firth.survey.SurveyConfig;
import io.firth.survey.answer.RatePage.Filled;
import io.firth.survey.wording.Wording;
import io.firth.survey.wording.Wordings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * The pages where a question is answered that a mail asked. Looking at one, as scanners of mail do, changes nothing, whatever its
 * address says; only the form's button does.
 */
@Path("/rate")
@PermitAll
@Produces(MediaType.TEXT_HTML + ";charset=utf-8")
class RateResource {

    private final AskedQuestions questions;
    private final Taking taking;
    private final Links links;
    private final Accounts accounts;
    private final Wordings wordings;
    private final Home home;
    private final Caller caller;
    private final SurveyConfig config;
    private final Rate rate;
    private final String style;

    RateResource(
            AskedQuestions questions,
            Taking taking,
            Links links,
            Accounts accounts,
            Wordings wordings,
            Home home,
            Caller caller,
            SurveyConfig config) {
        this.questions = questions;
        this.taking = taking;
        this.links = links;
        this.accounts = accounts;
        this.wordings = wordings;
        this.home = home;
        this.caller = caller;
        this.config = config;
        this.rate = new Rate(config.rate(), System::nanoTime);
        this.style = style();
    }

    @GET
    @Path("/style.css")
    @Produces("text/css;charset=utf-8")
    @Operation(hidden = true)
    public String looks() {
        return style;
    }

    /** @param score the answer that is chosen already; nothing is answered by it */
    @GET
    @Path("/{token}")
    @Operation(hidden = true)
    public Uni<Response> show(String token, @RestQuery @Nullable String score, HttpServerRequest request) {
        return answered(token, request, asked -> {
            var chosen = Form.score(score);
            var filled = new Filled(chosen == null ? asked.score() : chosen, null, null);
            return Uni.createFrom().item(page(200, of(asked, request).form(token, asked, filled)));
        });
    }

    @POST
    @Path("/{token}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<Response> answer(String token, String body, HttpServerRequest request) {
        return answered(token, request, asked -> answer(token, asked, form(body), request));
    }

    @POST
    @Path("/{token}/reopen")
    @Operation(hidden = true)
    public Uni<Response> reopen(String token, HttpServerRequest request) {
        return answered(token, request, asked -> taking.reopen(asked)
                .replaceWith(() -> page(200, of(asked, request).saying("reopened"))));
    }

    private Uni<Response> answer(String token, Asked asked, Form form, HttpServerRequest request) {
        var page = of(asked, request);
        var score = form.score();
        if (score == null || !asked.scale().includes(score)) {
            var filled = new Filled(null, form.comment(), "choose");
            return Uni.createFrom().item(page(400, page.form(token, asked, filled)));
        }
        var given = new Given(
                score,
                form.comment(),
                form.items(asked.items()),
                Wording.VERSION,
                page.wording().language());
        return taking.take(asked, given)
                .chain(() -> questions.find(asked.id()))
                .map(now -> page(200, page.thanks(token, now, Boolean.FALSE.equals(now.solved()), home.zone())));
    }

    /** What the link asks, if it is ours and answers are still taken. */
    private Uni<Response> answered(String token, HttpServerRequest request, Function<Asked, Uni<Response>> step) {
        if (!rate.mayGo(caller.address(request))) {
            return Uni.createFrom().item(saying(429, "later", request));
        }
        return links.read(token)
                .map(question -> answered(question, request, step))
                .orElseGet(() -> Uni.createFrom().item(saying(404, "unknown", request)));
    }

    private Uni<Response> answered(UUID question, HttpServerRequest request, Function<Asked, Uni<Response>> step) {
        return questions
                .find(question)
                .chain(asked -> asked.isOver()
                        ? Uni.createFrom().item(page(410, of(asked, request).saying("expired")))
                        : step.apply(asked))
                .onFailure(NotFound.class)
                .recoverWithItem(() -> saying(404, "unknown", request))
                .onFailure(Refused.class)
                .recoverWithItem(() -> saying(422, "failed", request));
    }

    private RatePage of(Asked asked, HttpServerRequest request) {
        var name = accounts.find(asked.account()).map(Account::name).orElse("");
        var accepted = wordings.accepted(request.getHeader("Accept-Language"));
        return new RatePage(accepted.orElseGet(() -> wordings.of(asked.language())), name);
    }

    private Response saying(int status, String key, HttpServerRequest request) {
        var wording =
                wordings.accepted(request.getHeader("Accept-Language")).orElseGet(() -> wordings.of(config.language()));
        return page(status, new RatePage(wording, "").saying(key));
    }

    private static Response page(int status, String html) {
        return Response.status(status).entity(html).build();
    }

    /** What is no form says nothing. */
    private static Form form(String body) {
        try {
            return Form.of(body);
        } catch (IllegalArgumentException malformed) {
            return Form.of("");
        }
    }

    private static String style() {
        try (var file = RateResource.class.getResourceAsStream("/io/firth/survey/answer/rate.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
