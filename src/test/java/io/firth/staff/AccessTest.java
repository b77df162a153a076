package io.firth.staff;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AccessTest {

    private static final UUID ANNA = UUID.randomUUID();
    private static final UUID BILLING = UUID.randomUUID();
    private static final UUID ACCOUNT = UUID.randomUUID();

    @Inject
    Pool pool;

    @Test
    void anAgentSeesNothingOfAHiddenTeamUnlessItIsAssigned() {
        // Given
        var access = new Access(ANNA, Role.AGENT, Set.of(BILLING), Set.of());

        // Then
        assertThat(access.sees(null, ACCOUNT, null)).isTrue();
        assertThat(access.sees(BILLING, ACCOUNT, null)).isFalse();
        assertThat(access.sees(BILLING, ACCOUNT, ANNA)).isTrue();
    }

    @Test
    void anAgentSeesNothingOfAHiddenAccountUnlessItIsAssigned() {
        // Given
        var access = new Access(ANNA, Role.AGENT, Set.of(), Set.of(ACCOUNT));

        // Then
        assertThat(access.sees(null, ACCOUNT, null)).isFalse();
        assertThat(access.sees(null, ACCOUNT, ANNA)).isTrue();
    }

    @Test
    void supervisorsSeeAll() {
        // Given
        var access = new Access(ANNA, Role.SUPERVISOR, Set.of(BILLING), Set.of(ACCOUNT));

        // Then
        assertThat(access.sees(BILLING, ACCOUNT, null)).isTrue();
    }

    @Test
    void theDatabaseDecidesAsJavaDoes() {
        // Given
        var seed = System.nanoTime();
        var random = new Random(seed);
        var few = IntStream.range(0, 5).mapToObj(i -> UUID.randomUUID()).toList();

        for (int round = 0; round < 100; round++) {
            var access =
                    new Access(few.getFirst(), Role.values()[random.nextInt(3)], some(few, random), some(few, random));
            var things =
                    IntStream.range(0, 50).mapToObj(i -> Thing.any(few, random)).toList();

            // When
            var seen = seenInSql(access, things);

            // Then
            assertThat(seen)
                    .as("seed %d", seed)
                    .isEqualTo(things.stream()
                            .map(thing -> access.sees(thing.team, thing.account, thing.assignee))
                            .toList());
        }
    }

    private List<Boolean> seenInSql(Access access, List<Thing> things) {
        var sql = """
                select %s as seen from unnest($1::uuid[], $2::uuid[], $3::uuid[])
                  with ordinality as c (team, account, assignee, place) order by place""".formatted(Access.condition("c.", 4));
        var binds = new ArrayList<Object>();
        binds.add(things.stream().map(Thing::team).toArray(UUID[]::new));
        binds.add(things.stream().map(Thing::account).toArray(UUID[]::new));
        binds.add(things.stream().map(Thing::assignee).toArray(UUID[]::new));
        binds.addAll(access.binds());
        var seen = new ArrayList<Boolean>();
        for (Row row :
                pool.preparedQuery(sql).execute(Tuple.wrap(binds)).await().indefinitely()) {
            seen.add(row.getBoolean("seen"));
        }
        return seen;
    }

    private static Set<UUID> some(List<UUID> all, Random random) {
        var some = new HashSet<>(all);
        some.removeIf(id -> random.nextBoolean());
        return some;
    }

    private record Thing(
            @Nullable UUID team, UUID account, @Nullable UUID assignee) {

        static Thing any(List<UUID> few, Random random) {
            return new Thing(maybe(few, random), few.get(random.nextInt(5)), maybe(few, random));
        }

        private static @Nullable UUID maybe(List<UUID> few, Random random) {
            return random.nextInt(3) == 0 ? null : few.get(random.nextInt(5));
        }
    }
}
