package io.firth.staff;

import io.firth.http.ForOtherSites;
import io.firth.http.Problems;
import io.quarkus.arc.All;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;

/** Finds the session's cookie or the {@code Bearer} key of a request, of a socket's upgrade too. */
@Singleton
class SignInMechanism implements HttpAuthenticationMechanism {

    private static final String BEARER = "bearer ";
    private static final List<String> GUARDED = List.of("/api/", "/live", "/q/metrics");

    private final SessionCookie cookie;
    private final Problems problems;
    private final List<ForOtherSites> forOthers;

    SignInMechanism(SessionCookie cookie, Problems problems, @All List<ForOtherSites> forOthers) {
        this.cookie = cookie;
        this.problems = problems;
        this.forOthers = forOthers;
    }

    /** A cookie that opens nothing any more is nobody's; a key that opens nothing is refused everywhere. */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        if (!isGuarded(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        var header = context.request().getHeader("Authorization");
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var key = new Token(header.substring(BEARER.length()).strip());
            return providers.authenticate(new Credential(Credential.Kind.KEY, key));
        }
        return cookie.of(context.request())
                .map(token -> bySession(providers, token))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private boolean isGuarded(String path) {
        return GUARDED.stream().anyMatch(path::startsWith) && forOthers.stream().noneMatch(room -> room.includes(path));
    }

    private static Uni<SecurityIdentity> bySession(IdentityProviderManager providers, Token token) {
        var kind = token.text().startsWith(Token.KEY) ? Credential.Kind.WALL : Credential.Kind.SESSION;
        return providers
                .authenticate(new Credential(kind, token))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer realm=\"firth\""));
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        problems.answer(context, problems.of(new UnauthorizedException()));
        return Uni.createFrom().item(true);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Credential.class);
    }
}
