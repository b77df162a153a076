package io.firth.channel.chat.widget;

import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.site.Sites;
import io.firth.channel.chat.visitor.Tokens;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.conversation.NotFound;
import io.firth.http.Problem;
import io.firth.staff.Token;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who asks, by the token in the header; never in an address, where logs would keep it. */
@Singleton
class Bearer {

    private static final String PREFIX = "Bearer ";

    private final Sites sites;
    private final Tokens tokens;

    Bearer(Sites sites, Tokens tokens) {
        this.sites = sites;
        this.tokens = tokens;
    }

    /** Fails with 401 where the token opens nothing here. */
    Uni<Visitor> visitor(String account, @Nullable String authorization) {
        var site = site(account);
        if (authorization == null || !authorization.regionMatches(true, 0, PREFIX, 0, PREFIX.length())) {
            throw unknown();
        }
        return tokens.visitor(
                        site.account(),
                        new Token(authorization.substring(PREFIX.length()).strip()))
                .map(visitor -> visitor.orElseThrow(Bearer::unknown));
    }

    Site site(String account) {
        return sites.find(account).orElseThrow(() -> new NotFound("chat account", account));
    }

    private static Problem unknown() {
        return new Problem(401, "token.unknown", "This token opens nothing", "Forget it, and write without.");
    }
}
