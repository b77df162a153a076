package io.firth.inbox.upload;

import io.firth.http.Problem;
import io.firth.http.foreign.Clean;
import io.firth.http.foreign.MediaTypes;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Files for replies: handed over first, then named by the message that takes them along. */
@Path(UploadsResource.PATH)
@RolesAllowed(Role.AGENTS)
class UploadsResource {

    static final String PATH = "/api/uploads";

    private final Spool spool;
    private final Uploads uploads;
    private final SecurityIdentity caller;

    UploadsResource(Spool spool, Uploads uploads, SecurityIdentity caller) {
        this.spool = spool;
        this.uploads = uploads;
        this.caller = caller;
    }

    /** Takes the body as it comes, whatever it is; it goes to the disk piece by piece. */
    @POST
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(201)
    @RunOnVirtualThread
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Upload upload(
            @QueryParam("name") @NotBlank @Size(max = 1000) String name,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) @DefaultValue(MediaTypes.UNKNOWN) String type,
            InputStream body) {
        var upload = spool.keep(body, named(name), type);
        return uploads.add(Access.of(caller).agent(), upload).await().indefinitely();
    }

    private static String named(String name) {
        var clean = Clean.fileName(name);
        if (clean.isEmpty()) {
            throw new Problem(400, "malformed", "The request is malformed", "A file needs a name.");
        }
        return clean;
    }
}
