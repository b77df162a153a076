package io.firth.bench;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CompletionStage;

/** A board that somebody has open: when its frames came, and up to which position each of them knows. */
final class OpenBoard implements WebSocket.Listener, AutoCloseable {

    private static final int FIRST_ROOM = 4096;
    private static final String POSITION = "\"position\":";

    private final StringBuilder part = new StringBuilder();
    private long[] at = new long[FIRST_ROOM];
    private long[] position = new long[FIRST_ROOM];
    private int frames;
    private long bytes;
    private WebSocket socket;

    static OpenBoard of(Stage stage, String stream) {
        var board = new OpenBoard();
        var api = stage.api();
        board.socket = api.http()
                .newWebSocketBuilder()
                .header("Cookie", api.cookie())
                .buildAsync(URI.create("ws" + api.url().toString().substring("http".length()) + "/live"), board)
                .join();
        board.socket
                .sendText("{\"op\":\"subscribe\",\"stream\":\"" + stream + "\"}", true)
                .join();
        return board;
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
        part.append(data);
        if (isLast) {
            heard(from);
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void heard(WebSocket from) {
        if (part.indexOf("\"op\":\"ping\"") >= 0) {
            from.sendText("{\"op\":\"pong\",\"t\":" + number(part.indexOf("\"t\":") + "\"t\":".length()) + "}", true);
        } else if (part.indexOf("\"op\":\"state\"") >= 0) {
            note(number(part.lastIndexOf(POSITION) + POSITION.length()), part.length());
        }
    }

    private long number(int from) {
        int end = from;
        while (end < part.length() && Character.isDigit(part.charAt(end))) {
            end++;
        }
        return Long.parseLong(part, from, end, 10);
    }

    private synchronized void note(long where, int length) {
        if (frames == at.length) {
            at = java.util.Arrays.copyOf(at, 2 * frames);
            position = java.util.Arrays.copyOf(position, 2 * frames);
        }
        at[frames] = System.nanoTime();
        position[frames++] = where;
        bytes += length;
    }

    synchronized int frames() {
        return frames;
    }

    synchronized long bytes() {
        return bytes;
    }

    /** When the first frame came that knows of what happened at a position; Long.MAX_VALUE where none did. */
    synchronized long knew(long where) {
        int low = 0;
        int high = frames;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (position[middle] >= where) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low == frames ? Long.MAX_VALUE : at[low];
    }

    @Override
    public void close() {
        socket.abort();
    }
}
