package io.firth.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://anna:s%40cret@db.example.org:6432/inbox?sslmode=require",
                "postgres://anna:s%40cret@db.example.org:6432/inbox?sslmode=require",
                "jdbc:postgresql://db.example.org:6432/inbox?user=anna&password=s%40cret&sslmode=require"
            })
    void readsTheUsualSpellings(String url) {
        // When
        Database database = Database.parse(url);

        // Then
        assertThat(database).isEqualTo(new Database("db.example.org:6432/inbox?sslmode=require", "anna", "s@cret"));
    }

    @Test
    void assumesTheUsualPort() {
        // When
        Database database = Database.parse("postgresql://anna@localhost/inbox");

        // Then
        assertThat(database).isEqualTo(new Database("localhost:5432/inbox", "anna", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "mysql://anna@localhost/inbox",
                "postgresql:///inbox",
                "postgresql://anna@localhost",
                "%"
            })
    void refusesAnythingElseWithAnExample(String url) {
        // When // Then
        assertThatThrownBy(() -> Database.parse(url))
                .isInstanceOf(Unable.class)
                .hasMessageContaining("postgresql://user:password@host:5432/database");
    }

    @Test
    void neverShowsItsPassword() {
        // When
        String shown =
                Database.parse("postgresql://anna:secret@localhost/inbox").toString();

        // Then
        assertThat(shown).isEqualTo("anna at localhost:5432/inbox");
    }
}
