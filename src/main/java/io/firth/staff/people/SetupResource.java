package io.firth.staff.people;

import io.firth.http.Line;
import io.firth.staff.Token;
import io.firth.staff.signin.Passwords;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

@Path("/api/setup")
class SetupResource {

    private final FirstAgent first;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Entrance entrance;

    SetupResource(FirstAgent first, Passwords passwords, SignIn signIn, Entrance entrance) {
        this.first = first;
        this.passwords = passwords;
        this.signIn = signIn;
        this.entrance = entrance;
    }

    /** The link is looked at before the password is hashed: hashing is dear, and not for everybody who asks. */
    @POST
    @PermitAll
    public Uni<Response> setUp(@Valid @NotNull Setup form, @Context HttpServerRequest request) {
        var link = new Token(form.token());
        return first.expect(link)
                .chain(() -> passwords.hash(form.password()))
                .chain(hash -> first.create(link, form.agent(hash)))
                .chain(signIn::beginNew)
                .map(token -> entrance.open(request, token));
    }

    record Setup(
            @NotBlank @Size(max = 100) String token,
            @NotNull @Line @Size(max = 200) String name,
            @NotNull @Line @Email @Size(max = 254) String email,
            @NotNull @Size(min = 8, max = 200) String password) {

        FirstAgent.NewAgent agent(String hash) {
            return new FirstAgent.NewAgent(name, email, hash);
        }
    }
}
