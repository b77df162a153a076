package io.firth.channel.email.mime;

import io.firth.http.foreign.Clean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.ByteSequence;
import org.jspecify.annotations.Nullable;

/** Reads the MIME tree of one mail. What is broken or beyond the caps ends the reading; what was read until then stays. */
final class EntityReader {

    /** More than any mail program makes; a deeper multipart is kept as one file. */
    static final int DEEPEST = 40;

    static final int MOST_PARTS = 1_000;
    static final int MOST_HEADERS = 2_000;
    static final int LONGEST_HEADER = 100_000;
    private static final int LONGEST_PREAMBLE = 100_000;

    private final MimeTokenStream tokens;
    private final Deque<Open> open = new ArrayDeque<>();
    private List<Headers.Header> fields = new ArrayList<>();
    private @Nullable Entity root;
    private int parts;
    private boolean complete = true;

    private EntityReader() {
        MimeConfig config = MimeConfig.custom()
                .setMaxLineLen(-1)
                .setMaxHeaderLen(-1)
                .setMaxHeaderCount(-1)
                .setMaxContentLen(-1)
                .setMalformedHeaderStartsBody(false)
                .build();
        tokens = new MimeTokenStream(config);
        tokens.setRecursionMode(RecursionMode.M_NO_RECURSE);
    }

    /** @param complete whether the whole was read */
    record Tree(Entity root, boolean complete) {}

    static Tree read(byte[] raw) {
        return new EntityReader().tree(raw);
    }

    /** The header fields alone, as at the start of a returned message. */
    static Headers headers(byte[] raw) {
        byte[] closed = Arrays.copyOf(raw, raw.length + 4);
        System.arraycopy(new byte[] {'\r', '\n', '\r', '\n'}, 0, closed, raw.length, 4);
        return read(closed).root().headers();
    }

    private Tree tree(byte[] raw) {
        tokens.parse(new ByteArrayInputStream(raw));
        try {
            for (EntityState state = tokens.getState(); state != EntityState.T_END_OF_STREAM; state = tokens.next()) {
                take(state);
            }
        } catch (IOException | MimeException | RuntimeException broken) {
            complete = false;
        }
        while (!open.isEmpty()) {
            close();
        }
        return new Tree(
                root == null ? new Entity.Leaf(new Headers(fields), "text/plain", new byte[0]) : root, complete);
    }

    private void take(EntityState state) throws IOException {
        switch (state) {
            case T_START_HEADER -> fields = new ArrayList<>();
            case T_FIELD -> addField(tokens.getField());
            case T_END_HEADER ->
                tokens.setRecursionMode(open.size() < DEEPEST ? RecursionMode.M_NO_RECURSE : RecursionMode.M_FLAT);
            case T_START_MULTIPART -> open.push(new Open(new Headers(fields), mediaType()));
            case T_PREAMBLE -> preamble();
            case T_END_MULTIPART -> close();
            case T_BODY -> leaf();
            default -> {}
        }
    }

    private void leaf() throws IOException {
        if (++parts > MOST_PARTS) {
            complete = false;
            tokens.stop();
            return;
        }
        attach(new Entity.Leaf(new Headers(fields), mediaType(), bytes(tokens.getDecodedInputStream())));
    }

    private void preamble() throws IOException {
        Open branch = open.peek();
        if (branch != null) {
            branch.preamble = tokens.getInputStream().readNBytes(LONGEST_PREAMBLE);
        }
    }

    private void close() {
        Open branch = open.pop();
        attach(new Entity.Branch(branch.headers, branch.mediaType, branch.children, branch.preamble));
    }

    private void attach(Entity entity) {
        Open parent = open.peek();
        if (parent != null) {
            parent.children.add(entity);
        } else if (root == null) {
            root = entity;
        }
    }

    private String mediaType() {
        String type = tokens.getBodyDescriptor().getMimeType();
        return type == null ? "text/plain" : type.toLowerCase(Locale.ROOT);
    }

    private byte[] bytes(InputStream body) {
        var out = new ByteArrayOutputStream();
        try {
            body.transferTo(out);
        } catch (IOException broken) {
            complete = false;
        }
        return out.toByteArray();
    }

    private void addField(Field field) {
        if (fields.size() >= MOST_HEADERS) {
            complete = false;
            return;
        }
        ByteSequence raw = field.getRaw();
        String value = raw == null ? String.valueOf(field.getBody()) : afterColon(raw.toByteArray());
        String kept = value.length() <= LONGEST_HEADER ? value : value.substring(0, LONGEST_HEADER);
        fields.add(new Headers.Header(field.getName().strip(), Clean.line(kept)));
    }

    private static String afterColon(byte[] raw) {
        String whole = Charsets.guess(raw);
        return whole.substring(whole.indexOf(':') + 1);
    }

    /** A multipart whose end was not seen yet. */
    private static final class Open {
        private final Headers headers;
        private final String mediaType;
        private final List<Entity> children = new ArrayList<>();
        private byte[] preamble = {};

        private Open(Headers headers, String mediaType) {
            this.headers = headers;
            this.mediaType = mediaType;
        }
    }
}
