package io.firth.staff.people;

import io.firth.http.Line;
import io.firth.staff.Token;
import io.firth.staff.signin.Passwords;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

@Path("/api/invitations/{token}")
@PermitAll
class InvitationResource {

    private final Welcome welcome;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Entrance entrance;

    InvitationResource(Welcome welcome, Passwords passwords, SignIn signIn, Entrance entrance) {
        this.welcome = welcome;
        this.passwords = passwords;
        this.signIn = signIn;
        this.entrance = entrance;
    }

    @GET
    public Uni<Welcome.Guest> show(String token) {
        return welcome.guest(new Token(token));
    }

    /** The link is looked at before the password is hashed: hashing is dear, and not for everybody who asks. */
    @POST
    public Uni<Response> take(String token, @Valid @NotNull Answer form, @Context HttpServerRequest request) {
        return welcome.guest(new Token(token))
                .chain(guest -> passwords.hash(form.password()))
                .chain(hash -> welcome.enter(new Token(token), form.name(), hash))
                .chain(signIn::beginNew)
                .map(session -> entrance.open(request, session));
    }

    record Answer(
            @Nullable @Line @Size(max = 200) String name,
            @NotNull @Size(min = 8, max = 200) String password) {}
}
