package io.firth.metrics.projection;

import io.firth.metrics.fact.Course;
import io.firth.metrics.fact.Place;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How far each conversation has come. */
final class Courses {

    private static final String READ = """
            select c.number, c.account, c.channel, k.state from conversation c
            left join metrics.course k on k.conversation = c.number where c.number = any($1)""";

    private static final String WRITE = """
            insert into metrics.course (conversation, state)
            select * from unnest($1::bigint[], $2::jsonb[])
            on conflict (conversation) do update set state = excluded.state""";

    private Courses() {}

    static Uni<Map<Long, Course>> read(SqlClient database, Generation generation, Collection<Long> conversations) {
        return database.preparedQuery(generation.sql(READ))
                .execute(Tuple.of(conversations.toArray(Long[]::new)))
                .map(rows -> {
                    var courses = new TreeMap<Long, Course>();
                    rows.forEach(row -> courses.put(
                            row.getLong(0),
                            course(new Place(row.getLong(0), row.getUUID(1), row.getString(2)), row.getValue(3))));
                    return courses;
                });
    }

    private static Course course(Place place, @Nullable Object state) {
        return state == null ? Course.of(place) : FactJson.course(state.toString());
    }

    static Uni<Void> write(SqlClient database, Generation generation, Map<Long, Course> courses) {
        var states = courses.values().stream()
                .map(FactJson::write)
                .map(JsonObject::new)
                .toArray(JsonObject[]::new);
        return database.preparedQuery(generation.sql(WRITE))
                .execute(Tuple.of(courses.keySet().toArray(Long[]::new), states))
                .replaceWithVoid();
    }
}
