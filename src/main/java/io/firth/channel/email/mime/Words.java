package io.firth.channel.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.conversation.Address;
import io.firth.http.foreign.Clean;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.Group;
import org.apache.james.mime4j.dom.address.Mailbox;
import org.apache.james.mime4j.field.address.LenientAddressParser;
import org.apache.james.mime4j.stream.ParserCursor;
import org.apache.james.mime4j.util.ByteSequence;
import org.apache.james.mime4j.util.ContentUtil;
import org.jspecify.annotations.Nullable;

/** The words of header fields: encoded words (RFC 2047), addresses and message ids. */
public final class Words {

    private static final int MOST_ADDRESSES = 500;
    private static final int MOST_IDS = 200;

    private Words() {}

    /** A field's text as its writer meant it, on one line. */
    static String decode(String value) {
        if (!value.contains("=?")) {
            return Clean.line(value);
        }
        try {
            return Clean.line(DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT, Charsets.WINDOWS_1252));
        } catch (RuntimeException broken) {
            return Clean.line(value);
        }
    }

    /** Those of an address field that can be written to; groups are opened. */
    public static List<Address> addresses(Collection<String> values) {
        List<Address> found = new ArrayList<>();
        for (String value : values) {
            for (Mailbox mailbox : mailboxes(value)) {
                Address address = address(mailbox);
                if (address != null && found.size() < MOST_ADDRESSES) {
                    found.add(address);
                }
            }
        }
        return found;
    }

    private static List<Mailbox> mailboxes(String value) {
        try {
            List<Mailbox> found = new ArrayList<>();
            for (var address : addressList(value)) {
                if (address instanceof Mailbox mailbox) {
                    found.add(mailbox);
                } else if (address instanceof Group group) {
                    found.addAll(group.getMailboxes());
                }
            }
            return found;
        } catch (RuntimeException broken) {
            return List.of();
        }
    }

    private static AddressList addressList(String value) {
        ByteSequence bytes = ContentUtil.encode(UTF_8, value);
        return LenientAddressParser.DEFAULT.parseAddressList(bytes, new ParserCursor(0, bytes.length()));
    }

    /** The library reads bytes beyond ASCII one by one. */
    private static String repaired(String name) {
        if (name.chars().allMatch(c -> c < 128) || name.chars().anyMatch(c -> c > 255)) {
            return name;
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(name.getBytes(ISO_8859_1));
            return UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException asItIs) {
            return name;
        }
    }

    private static @Nullable Address address(Mailbox mailbox) {
        String value = Clean.line(repaired(mailbox.getAddress()))
                .toLowerCase(Locale.ROOT)
                .replace(" ", "");
        int at = value.lastIndexOf('@');
        if (at < 1 || at == value.length() - 1 || value.length() > 320) {
            return null;
        }
        String name = mailbox.getName() == null ? "" : decode(repaired(mailbox.getName()));
        return Address.email(value, name.isBlank() ? null : name);
    }

    /** The message ids in a field, without angle brackets; blank ones are none. */
    public static List<String> ids(Collection<String> values) {
        List<String> found = new ArrayList<>();
        for (String value : values) {
            if (value.indexOf('<') >= 0) {
                bracketed(value, found);
            } else {
                for (String word : Clean.line(value).split(" ")) {
                    if (word.indexOf('@') >= 0) {
                        addId(word, found);
                    }
                }
            }
        }
        return found.size() <= MOST_IDS ? found : found.subList(found.size() - MOST_IDS, found.size());
    }

    private static void bracketed(String value, List<String> found) {
        int open = value.indexOf('<');
        while (open >= 0) {
            int close = value.indexOf('>', open);
            if (close < 0) {
                addId(value.substring(open + 1), found);
                return;
            }
            addId(value.substring(open + 1, close), found);
            open = value.indexOf('<', close);
        }
    }

    private static void addId(String raw, List<String> found) {
        String id = Clean.line(raw).replace(" ", "");
        if (id.length() > 2 && id.length() <= 998) {
            found.add(id);
        }
    }
}
