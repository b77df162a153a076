package io.firth.channel.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotTest {

    @Test
    void whateverAFolderIsCalledItIsReadAsItIsWritten() {
        // Given
        var slot = new Slot(true, "Gesendet/Übrige @home; 100 %", 4_294_967_295L, 1);

        // When // Then
        assertThat(Slot.parse(slot.toString())).contains(slot);
        assertThat(slot.toString()).doesNotContain("@", " ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "support@acme.test",
                "imap:/INBOX;UIDVALIDITY=1/;UID=2@acme.test",
                "imap:/INBOX@acme.test;UIDVALIDITY=1/;UID=2",
                "imap:/INBOX;UIDVALIDITY=1/;UID=",
            })
    void noRecipientOfAMailLooksLikeOne(String recipient) {
        // When // Then
        assertThat(Slot.parse(recipient)).isEmpty();
    }
}
