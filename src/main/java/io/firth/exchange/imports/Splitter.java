package io.firth.exchange.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into lines, keeping one at a time; of one that is too long only its beginning. */
final class Splitter {

    private static final int PIECE = 64 * 1024;
    private static final int BEGINNING = 1024;
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final int longest;
    private final byte[] piece = new byte[PIECE];
    private int at;
    private int end;
    private int number;

    /** @param number 1, 2, 3 …; @param whole whether these are all of its bytes */
    record Cut(int number, byte[] bytes, boolean whole) {

        boolean isBlank() {
            for (byte each : bytes) {
                if (each != ' ' && each != '\t' && each != '\r') {
                    return false;
                }
            }
            return true;
        }
    }

    Splitter(InputStream in, int longest) {
        this.in = in;
        this.longest = longest;
    }

    /** Null at the end. */
    @Nullable
    Cut next() throws IOException {
        if (at == end && !fill()) {
            return null;
        }
        var line = new Kept();
        boolean over = false;
        while (!over && (at < end || fill())) {
            int stop = at;
            while (stop < end && piece[stop] != '\n') {
                stop++;
            }
            line.add(stop - at);
            over = stop < end;
            at = over ? stop + 1 : stop;
        }
        number++;
        return new Cut(number, number == 1 ? unmarked(line.bytes()) : line.bytes(), line.whole);
    }

    private static byte[] unmarked(byte[] line) {
        boolean marked = line.length >= MARK.length && Arrays.equals(line, 0, MARK.length, MARK, 0, MARK.length);
        return marked ? Arrays.copyOfRange(line, MARK.length, line.length) : line;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(piece));
        return end > 0;
    }

    /** As much of a line as is kept. */
    private final class Kept {

        private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private boolean whole = true;

        void add(int more) {
            whole = whole && bytes.size() + more <= longest;
            if (whole) {
                bytes.write(piece, at, more);
            } else {
                shorten();
                bytes.write(piece, at, Math.min(more, BEGINNING - bytes.size()));
            }
        }

        private void shorten() {
            if (bytes.size() > BEGINNING) {
                var beginning = Arrays.copyOf(bytes.toByteArray(), BEGINNING);
                bytes = new ByteArrayOutputStream();
                bytes.write(beginning, 0, BEGINNING);
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }
    }
}
