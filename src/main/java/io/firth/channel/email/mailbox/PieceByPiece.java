package io.firth.channel.email.mailbox;

import java.io.IOException;
import java.io.InputStream;

/** Bytes that are asked for in pieces of one length; a shorter piece is the last. */
final class PieceByPiece extends InputStream {

    private final Source source;
    private final int length;
    private byte[] piece = new byte[0];
    private int at;
    private long asked;
    private boolean last;

    PieceByPiece(Source source, int length) {
        this.source = source;
        this.length = length;
    }

    interface Source {
        byte[] piece(long from) throws IOException;
    }

    @Override
    public int read() throws IOException {
        return isOver() ? -1 : piece[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (isOver()) {
            return -1;
        }
        int count = Math.min(wanted, piece.length - at);
        System.arraycopy(piece, at, into, offset, count);
        at += count;
        return count;
    }

    private boolean isOver() throws IOException {
        if (at == piece.length && !last) {
            piece = source.piece(asked);
            at = 0;
            asked += piece.length;
            last = piece.length < length;
        }
        return at == piece.length;
    }
}
