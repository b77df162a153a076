package io.firth.inbox.macro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.Category;
import io.firth.conversation.Command;
import io.firth.conversation.Ids;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.http.Problem;
import io.firth.http.html.SafeHtml;
import io.firth.inbox.Changes;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.hibernate.reactive.mutiny.Mutiny.StatelessSession;
import org.jspecify.annotations.Nullable;

/** The macros of everybody and of single agents. Shared ones are a supervisor's to change; nobody sees another's own. */
@Singleton
class Macros {

    private final Mutiny.SessionFactory database;
    private final Changes changes;
    private final ObjectMapper json;

    Macros(Mutiny.SessionFactory database, Changes changes, ObjectMapper json) {
        this.database = database;
        this.changes = changes;
        this.json = json;
    }

    Uni<List<Macro>> of(UUID agent) {
        return database.withStatelessSession(session -> session.createSelectionQuery(
                                "from MacroRow where owner is null or owner = :agent order by lower(name), id",
                                MacroRow.class)
                        .setParameter("agent", agent)
                        .getResultList())
                .map(rows -> rows.stream().map(this::macro).toList());
    }

    Uni<Macro> add(Access access, MacroChange macro) {
        var row = new MacroRow();
        row.id = Ids.next();
        return checked(access, macro)
                .invoke(() -> write(row, access, macro))
                .chain(() -> database.withStatelessTransaction(session -> session.insert(row)))
                .replaceWith(() -> macro(row));
    }

    Uni<Macro> change(Access access, UUID id, MacroChange macro) {
        return checked(access, macro)
                .chain(() -> database.withStatelessTransaction(session -> load(session, access, id)
                        .invoke(row -> write(row, access, macro))
                        .call(session::update)))
                .map(this::macro);
    }

    Uni<Void> remove(Access access, UUID id) {
        return database.withStatelessTransaction(
                session -> load(session, access, id).chain(session::delete));
    }

    /** Whatever cannot be done when the macro is used is refused when it is written. */
    private Uni<Void> checked(Access access, MacroChange macro) {
        macro.check();
        requireMayChange(access, macro.shared());
        return changes.commands(changes.read(macro.setsSomething() ? macro.then() : null))
                .invoke(Macros::refuseSnooze)
                .replaceWithVoid();
    }

    /** A macro is used at any time, a snooze ends at a certain one. */
    private static void refuseSnooze(List<Command> commands) {
        for (var command : commands) {
            if (command instanceof Command.SetStatus(var status, var until, var reason)
                    && status.category() == Category.SNOOZED) {
                throw new Refused("macro.snooze", "A macro cannot know when a snoozed conversation comes back.");
            }
        }
    }

    private static void requireMayChange(Access access, boolean shared) {
        if (shared && !access.role().includes(Role.SUPERVISOR)) {
            throw new Problem(403, "forbidden", "You may not do this", "Shared macros are changed by supervisors.");
        }
    }

    private static Uni<MacroRow> load(StatelessSession session, Access access, UUID id) {
        return session.get(MacroRow.class, id)
                .map(row -> row == null || !sees(access, row) ? null : row)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("macro", id))
                .invoke(row -> requireMayChange(access, row.owner == null));
    }

    private static boolean sees(Access access, MacroRow row) {
        return row.owner == null || row.owner.equals(access.agent());
    }

    private static void write(MacroRow row, Access access, MacroChange macro) {
        var html = macro.html();
        row.owner = macro.shared() ? null : access.agent();
        row.name = macro.name().strip();
        row.text = macro.text();
        row.html = html == null ? null : SafeHtml.clean(html);
        row.followup = macro.setsSomething() ? String.valueOf(macro.then()) : null;
    }

    private Macro macro(MacroRow row) {
        return new Macro(row.id, row.name, row.text, row.html, tree(row.followup), row.owner == null);
    }

    private JsonNode tree(@Nullable String stored) {
        try {
            return json.readTree(stored == null ? "{}" : stored);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
