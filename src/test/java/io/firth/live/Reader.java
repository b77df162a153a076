package io.firth.live;

import io.firth.staff.SignedIn;
import java.net.http.WebSocket;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A page that follows one list, reads at once and remembers no more than which rows it was told of. */
final class Reader implements WebSocket.Listener {

    private static final Pattern KEY = Pattern.compile("\"key\":\"([0-9a-f-]{36})\"");

    final Set<String> told = ConcurrentHashMap.newKeySet();
    volatile boolean ended;
    private final StringBuilder part = new StringBuilder();

    static Reader open(SignedIn agent) {
        var reader = new Reader();
        Browser.builder()
                .header("Cookie", "firth_session=" + agent.cookie())
                .buildAsync(Browser.address(), reader)
                .join()
                .sendText("{\"op\":\"subscribe\",\"stream\":\"feed:all\"}", true)
                .join();
        return reader;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean isLast) {
        part.append(data);
        if (isLast) {
            heard(socket, part.toString());
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        ended = true;
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable failure) {
        ended = true;
    }

    private void heard(WebSocket socket, String text) {
        if (text.contains("\"op\":\"ping\"")) {
            socket.sendText("{\"op\":\"pong\"}", true);
        }
        var key = KEY.matcher(text);
        if (key.find()) {
            told.add(key.group(1));
        }
    }
}
