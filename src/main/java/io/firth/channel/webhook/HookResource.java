package io.firth.channel.webhook;

import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.Vitals;
import io.firth.channel.webhook.Door.Call;
import io.firth.channel.webhook.Incoming.Taken;
import io.firth.conversation.NotFound;
import io.firth.http.Caller;
import io.firth.http.Problem;
import io.firth.http.Problems;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.jspecify.annotations.Nullable;

/** Where another system sends what it has. It is answered when that is kept for good, and not before. */
@Path("/hooks/{account}")
@PermitAll
class HookResource {

    private static final int LATER_S = 5;
    private static final String PROBLEM = Problems.MEDIA_TYPE;
    private static final String AGAIN = HttpHeaders.RETRY_AFTER;
    private static final String IN_SECONDS = "The seconds after which to send it again";

    private final Door door;
    private final Incoming incoming;
    private final Caller caller;
    private final Vitals vitals;

    HookResource(Door door, Incoming incoming, Caller caller, Vitals vitals) {
        this.door = door;
        this.incoming = incoming;
        this.caller = caller;
        this.vitals = vitals;
    }

    /** Whether it was understood, or is kept until somebody looks at it. */
    enum Status {
        ACCEPTED,
        SET_ASIDE
    }

    /**
     * @param conversation where it went; null where it went nowhere yet
     * @param repeated whether it had been accepted before, so that nothing changed
     * @param reason why it was set aside
     */
    record Answer(
            Status status,
            @Nullable UUID conversation,
            boolean repeated,
            @Nullable String reason) {}

    /** 200 when it was understood, 202 when it was set aside; 503 when it could not be kept, and then it is to be sent again. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @SecurityRequirements
    @APIResponse(
            responseCode = "200",
            description = "It is kept for good",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(
            responseCode = "202",
            description = "It is kept, and nobody understands it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Answer.class)))
    @APIResponse(responseCode = "401", description = "It is not signed right", content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "404",
            description = "There is no such account",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "409",
            description = "It was signed too long ago: sign it anew, its id stays",
            content = @Content(mediaType = PROBLEM))
    @APIResponse(responseCode = "413", description = "It is too large", content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "429",
            description = "Too many at once: send it again later",
            headers = @Header(name = AGAIN, description = IN_SECONDS, schema = @Schema(implementation = Integer.class)),
            content = @Content(mediaType = PROBLEM))
    @APIResponse(
            responseCode = "503",
            description = "It could not be kept, or the account is paused: send it again later",
            headers = @Header(name = AGAIN, description = IN_SECONDS, schema = @Schema(implementation = Integer.class)),
            content = @Content(mediaType = PROBLEM))
    public Uni<Response> take(
            UUID account,
            @Parameter(description = "Seconds since 1970, within five minutes of now", required = true)
                    @HeaderParam(Signature.TIMESTAMP)
                    @Nullable
                    String timestamp,
            @Parameter(description = "v1= and the HMAC-SHA256 of timestamp, dot and body, in hex", required = true)
                    @HeaderParam(Signature.HEADER)
                    @Nullable
                    String signature,
            @Context HttpServerRequest request,
            @RequestBody(
                            description = "A message, edit, removal, reaction, receipt, typing or ping",
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = Payload.class)))
                    byte[] body) {
        var call = new Call(timestamp, signature, body);
        var client = caller.address(request);
        return Uni.createFrom()
                .item(() -> door.admit(account, client, call))
                .runSubscriptionOn(Incoming.THREADS)
                .chain(admitted -> take(admitted, client, call))
                .onFailure(HookResource::isOurs)
                .transform(HookResource::later)
                .map(HookResource::answer);
    }

    private Uni<Taken> take(Account account, String client, Call call) {
        var raw = new RawInput(
                ChannelType.WEBHOOK, account.id(), Instant.now(), client, List.of(account.address()), call.body());
        return incoming.take(account, raw).invoke(taken -> vitals.received(account.id(), Door.sent(call.timestamp())));
    }

    private static boolean isOurs(Throwable failure) {
        return !(failure instanceof Problem || failure instanceof NotFound);
    }

    private static Problem later(Throwable failure) {
        Log.warnf("A webhook's message could not be kept: %s", failure);
        return new Problem(503, "webhook.later", "This cannot be kept now", "Keep it and send it again; its id stays.")
                .retryAfter(LATER_S);
    }

    private static Response answer(Taken taken) {
        var status = taken.reason() == null ? Status.ACCEPTED : Status.SET_ASIDE;
        return Response.status(status == Status.ACCEPTED ? 200 : 202)
                .type(MediaType.APPLICATION_JSON)
                .entity(new Answer(status, taken.conversation(), taken.repeated(), taken.reason()))
                .build();
    }
}
