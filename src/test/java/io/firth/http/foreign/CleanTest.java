package io.firth.http.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTest {

    @Test
    void controlCharactersAndLoneSurrogatesDoNotGetThrough() {
        assertThat(Clean.text("a\0b\uD800c\r\nd\re\u0007\uFEFF😀")).isEqualTo("ab\uFFFDc\nd\ne😀");
    }

    @Test
    void aFileNameHasNoPathAndTurnsNoReadingDirection() {
        assertThat(Clean.fileName("a\u202Egpj.exe\n")).isEqualTo("agpj.exe");
        assertThat(Clean.fileName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Clean.fileName("C:\\temp\\.hidden")).isEqualTo("hidden");
    }
}
