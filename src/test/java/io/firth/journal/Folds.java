package io.firth.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.firth.conversation.Actor;
import io.firth.conversation.Conversation;
import io.firth.conversation.Entry;
import io.firth.conversation.Interaction;
import io.firth.conversation.Interaction.Direction;
import io.firth.conversation.Interaction.Message;
import io.firth.conversation.Origin;
import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Folds the journal again and compares with every row that the writer kept in step. Plain JDBC: it needs no running product. */
public final class Folds {

    private static final ObjectMapper JSON = new ObjectMapper();

    private record Placed(long position, Entry entry, boolean imported) {}

    private Folds() {}

    /**
     * Every column of every conversation, as of one instant, is the fold of its interactions, and every delivery stands where the last report left it.
     *
     * @return how many conversations there are
     */
    public static int assertEqualRows(Connection database) throws SQLException {
        if (!database.getAutoCommit()) {
            return compared(database);
        }
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            return compared(database);
        } finally {
            database.rollback();
            database.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            database.setAutoCommit(true);
        }
    }

    private static int compared(Connection database) throws SQLException {
        var journal = journal(database);
        var deliveries = deliveries(database);
        int rows = 0;
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select * from conversation order by number")) {
            while (row.next()) {
                var told = journal.remove(row.getLong("number"));
                assertThat(told)
                        .as("the interactions of conversation %d", row.getLong("number"))
                        .isNotNull();
                assertThat(actual(row)).isEqualTo(expected(row, told));
                assertThat(sendings(told))
                        .as("the deliveries of conversation %d", row.getLong("number"))
                        .isEqualTo(deliveries.getOrDefault(row.getObject("id", UUID.class), Map.of()));
                rows++;
            }
        }
        assertThat(journal).as("interactions without a conversation").isEmpty();
        return rows;
    }

    private static Map<Long, List<Placed>> journal(Connection database) throws SQLException {
        var journal = new LinkedHashMap<Long, List<Placed>>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select * from interaction order by conversation, seq")) {
            while (row.next()) {
                journal.computeIfAbsent(row.getLong("conversation"), number -> new ArrayList<>())
                        .add(new Placed(row.getLong("position"), entry(row), row.getBoolean("imported")));
            }
        }
        return journal;
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var interaction = InteractionJson.read(row.getString("type"), row.getString("body"));
        assertThat(row.getBoolean("public")).isEqualTo(interaction.isPublic());
        var kind = Actor.Kind.valueOf(row.getString("actor_kind").toUpperCase(Locale.ROOT));
        var actor = new Actor(kind, row.getObject("actor", UUID.class));
        var at = row.getObject("at", OffsetDateTime.class).toInstant();
        return new Entry(row.getInt("seq"), at, actor, interaction);
    }

    private static Map<String, Object> expected(ResultSet row, List<Placed> told) throws SQLException {
        var folded = Conversation.begin(row.getObject("id", UUID.class), place(row));
        long position = 0;
        for (var each : told) {
            assertThat(each.position()).as("positions in the order of seq").isGreaterThan(position);
            folded = folded.apply(each.entry());
            position = each.position();
        }
        return columns(new ConversationRow(folded, row.getLong("number"), position));
    }

    /** What a conversation was born with stands in its row alone. */
    private static Conversation.Place place(ResultSet row) throws SQLException {
        return new Conversation.Place(
                row.getObject("account", UUID.class),
                row.getString("channel"),
                row.getObject("contact", UUID.class),
                row.getString("subject"),
                row.getObject("related", UUID.class),
                row.getString("external_ref"));
    }

    private static Map<String, Object> columns(ConversationRow row) {
        var names = ConversationRow.TABLE
                .sql()
                .replaceFirst("^[^(]*\\(([^)]*)\\).*", "$1")
                .split(", ");
        var values = ConversationRow.TABLE.tuple(List.of(row));
        var columns = new TreeMap<String, Object>();
        for (int i = 0; i < names.length; i++) {
            columns.put(names[i], comparable(names[i], Array.get(values.getValue(i), 0)));
        }
        return columns;
    }

    private static Map<String, Object> actual(ResultSet row) throws SQLException {
        var columns = new TreeMap<String, Object>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            var name = row.getMetaData().getColumnName(i);
            var value = row.getMetaData().getColumnTypeName(i).equals("timestamptz")
                    ? row.getObject(i, OffsetDateTime.class)
                    : row.getObject(i);
            columns.put(name, comparable(name, value));
        }
        return columns;
    }

    private static Object comparable(String name, Object value) {
        return switch (value) {
            case null -> "nothing";
            case OffsetDateTime time -> time.toInstant();
            case Number number -> number.longValue();
            case Object json when List.of("labels", "verified", "unverified").contains(name) -> tree(json);
            default -> value;
        };
    }

    private static Object tree(Object json) {
        try {
            return JSON.readTree(json.toString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("No JSON: " + json, e);
        }
    }

    private static Map<Integer, String> sendings(List<Placed> told) {
        var states = new TreeMap<Integer, String>();
        for (var each : told) {
            switch (each.entry().interaction()) {
                case Message message
                when message.direction() == Direction.OUT && message.origin() != Origin.ECHO && !each.imported() ->
                    states.put(each.entry().seq(), "pending");
                case Interaction.Delivery delivery ->
                    states.put(delivery.message(), delivery.state().name().toLowerCase(Locale.ROOT));
                default -> {}
            }
        }
        return states;
    }

    private static Map<UUID, Map<Integer, String>> deliveries(Connection database) throws SQLException {
        var deliveries = new LinkedHashMap<UUID, Map<Integer, String>>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select conversation, seq, state from delivery")) {
            while (row.next()) {
                deliveries
                        .computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>())
                        .put(row.getInt(2), row.getString(3));
            }
        }
        return deliveries;
    }
}
