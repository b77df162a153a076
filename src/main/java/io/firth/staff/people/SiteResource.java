package io.firth.staff.people;

import io.firth.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.time.ZoneId;

/** What the pages must know before anybody signed in. */
@Path("/api/site")
@PermitAll
class SiteResource {

    private final FirstAgent first;
    private final Home home;

    SiteResource(FirstAgent first, Home home) {
        this.first = first;
        this.home = home;
    }

    @GET
    public Uni<Site> show() {
        return first.isMissing().map(missing -> new Site("Firth", missing, home.zone(), home.url()));
    }

    record Site(String name, boolean setupNeeded, ZoneId zone, URI url) {}
}
