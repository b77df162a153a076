package io.firth.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TestDatabaseTest {

    @Inject
    DataSource database;

    @Test
    void aTestFindsARealDatabaseWithoutAskingForOne() throws SQLException {
        // When
        try (Connection connection = database.getConnection();
                ResultSet answer = connection.createStatement().executeQuery("select current_user, version()")) {
            answer.next();

            // Then
            assertThat(answer.getString(1)).isEqualTo("firth");
            assertThat(answer.getString(2)).startsWith("PostgreSQL 17");
        }
    }
}
