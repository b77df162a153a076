package io.firth.inbox.label;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The labels that are offered, with their colours. A conversation keeps a label that is no longer offered. */
@Path("/api/labels")
@RolesAllowed("agent")
class LabelsResource {

    private final Mutiny.SessionFactory database;

    LabelsResource(Mutiny.SessionFactory database) {
        this.database = database;
    }

    record Label(
            @NotBlank @Size(max = 60) String name,
            @NotNull @Pattern(regexp = "#[0-9a-f]{6}") String color) {}

    @GET
    public Uni<List<Label>> all() {
        return database.withStatelessSession(session -> session.createSelectionQuery(
                        "select new io.firth.inbox.label.LabelsResource$Label(name, color) from LabelRow order by name",
                        Label.class)
                .getResultList());
    }

    @POST
    @ResponseStatus(201)
    public Uni<Label> put(@Valid @NotNull Label label) {
        var kept = new Label(label.name().strip(), label.color());
        var row = new LabelRow(kept.name(), kept.color());
        return database.withStatelessTransaction(session -> session.upsert(row)).replaceWith(kept);
    }

    @DELETE
    @Path("/{name}")
    @RolesAllowed("supervisor")
    public Uni<Void> remove(String name) {
        return database.withStatelessTransaction(
                        session -> session.createMutationQuery("delete from LabelRow where name = :name")
                                .setParameter("name", name)
                                .executeUpdate())
                .replaceWithVoid();
    }
}
