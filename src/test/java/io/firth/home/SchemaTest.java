package io.firth.home;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaTest {

    @Inject
    Schema schema;

    @Inject
    DataSource database;

    @AfterEach
    void forget() throws SQLException {
        execute("delete from flyway_schema_history where version = '9999'");
    }

    @Test
    void refusesATableVersionThatIsNewerThanTheProgram() throws SQLException {
        // Given
        execute("insert into flyway_schema_history values"
                + " (9999, '9999', 'tomorrow', 'SQL', 'V9999__tomorrow.sql', 1, 'firth', now(), 1, true)");

        // When // Then
        assertThatThrownBy(() -> schema.migrate(new StartupEvent()))
                .isInstanceOf(Unable.class)
                .hasMessageContaining("version 9999 by a newer Firth (tomorrow)");
    }

    @Test
    void isContentWithItsOwn() {
        // When // Then
        assertThatCode(() -> schema.migrate(new StartupEvent())).doesNotThrowAnyException();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
