package io.firth.channel.email.mime;

import io.firth.http.foreign.Clean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIStringAttribute;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/** Unpacks what Outlook hides in {@code winmail.dat} (TNEF). */
final class WinMail {

    private static final int MOST_PARTS = 200;

    private WinMail() {}

    record Unpacked(Bodies.Body body, List<Part> parts) {}

    /** Empty where the bytes are not what they claim to be; then the file stays as it came. */
    static Optional<Unpacked> unpack(byte[] bytes) {
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
            List<Part> parts = new ArrayList<>();
            for (Attachment attachment : message.getAttachments()) {
                if (parts.size() < MOST_PARTS) {
                    parts.add(part(attachment, parts.size() + 1));
                }
            }
            return Optional.of(new Unpacked(body(message), parts));
        } catch (IOException | RuntimeException notTnef) {
            return Optional.empty();
        }
    }

    private static Part part(Attachment attachment, int number) {
        String named = attachment.getLongFilename() != null ? attachment.getLongFilename() : attachment.getFilename();
        String name = named == null ? "" : Clean.fileName(named.replace("\0", ""));
        byte[] contents = attachment.getContents();
        return new Part(
                name.isEmpty() ? "part-" + number + ".bin" : name,
                "application/octet-stream",
                null,
                contents == null ? new byte[0] : contents);
    }

    private static Bodies.Body body(HMEFMessage message) {
        return new Bodies.Body(string(message, MAPIProperty.BODY), string(message, MAPIProperty.BODY_HTML));
    }

    private static @Nullable String string(HMEFMessage message, MAPIProperty property) {
        MAPIAttribute attribute = message.getMessageMAPIAttribute(property);
        String value =
                switch (attribute) {
                    case null -> "";
                    case MAPIStringAttribute string -> string.getDataString();
                    default -> Charsets.guess(attribute.getData());
                };
        String clean = Clean.text(value).strip();
        return clean.isEmpty() ? null : clean;
    }
}
