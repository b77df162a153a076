package io.firth.channel.chat.widget;

import io.firth.channel.Continuation;
import io.firth.channel.Outbound;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.visitor.Profile;
import io.firth.channel.chat.visitor.Transcripts;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.Address;
import io.firth.conversation.Content;
import io.firth.conversation.Conversation;
import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.http.Caller;
import io.firth.http.Problem;
import io.firth.http.Rate;
import io.firth.journal.Journal;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conversation by mail, for whoever had it. Somebody of the team must have written in it, and it goes out rarely: nobody
 * shall send words of their own to strangers by this.
 */
@Path("/widget/{account}/transcript")
@PermitAll
class TranscriptResource {

    private static final int PER_MINUTE_AND_ADDRESS = 2;

    private final Bearer bearer;
    private final Transcripts transcripts;
    private final Journal journal;
    private final List<Continuation> mails;
    private final Caller caller;
    private final Rate rate = new Rate(PER_MINUTE_AND_ADDRESS, System::nanoTime);

    TranscriptResource(
            Bearer bearer, Transcripts transcripts, Journal journal, @All List<Continuation> mails, Caller caller) {
        this.bearer = bearer;
        this.transcripts = transcripts;
        this.journal = journal;
        this.mails = mails;
        this.caller = caller;
    }

    record Wanted(@NotNull String email) {}

    @POST
    public Uni<Response> send(
            String account,
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @Valid @NotNull Wanted wanted,
            @Context HttpServerRequest request) {
        if (!Profile.isAddress(wanted.email())) {
            throw new Problem(400, "transcript.address", "This is no e-mail address", null);
        }
        if (!rate.mayGo(caller.address(request))) {
            throw tooOften();
        }
        var site = bearer.site(account);
        return bearer.visitor(account, authorization)
                .chain(visitor -> send(site, visitor, wanted.email()))
                .replaceWith(() -> Response.accepted().build());
    }

    private Uni<?> send(Site site, Visitor visitor, String email) {
        var current = visitor.current();
        if (current == null) {
            throw new NotFound("conversation", "of this visitor");
        }
        return transcripts
                .text(visitor, current.conversation())
                .map(text -> text.orElseThrow(TranscriptResource::nothingYet))
                .call(text -> transcripts.claim(visitor.id()).invoke(TranscriptResource::require))
                .chain(text -> journal.conversation(current.conversation())
                        .map(conversation -> outbound(site, conversation, text, email)))
                .chain(letter -> mail().byMail(letter, Address.email(email, visitor.name())));
    }

    private Continuation mail() {
        return mails.stream()
                .filter(Continuation::isPossible)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        503, "transcript.no_mail", "No mail can be sent", "No e-mail account is set up to send."));
    }

    private static Outbound outbound(Site site, Conversation conversation, String text, String email) {
        return new Outbound(
                Ids.next(),
                site.account(),
                conversation.id(),
                conversation.guard().lastPublicSeq(),
                Instant.now(),
                site.name(),
                conversation.place().subject(),
                List.of(Address.email(email, null)),
                List.of(),
                List.of(),
                Content.of(text),
                List.of());
    }

    private static void require(boolean claimed) {
        if (!claimed) {
            throw tooOften();
        }
    }

    private static Problem nothingYet() {
        return new Problem(
                409, "transcript.nothing_yet", "There is nothing to send yet", "Nobody has answered here so far.");
    }

    private static Problem tooOften() {
        return new Problem(429, "throttled", "Too many tries", "A transcript was sent a moment ago.").retryAfter(600);
    }
}
