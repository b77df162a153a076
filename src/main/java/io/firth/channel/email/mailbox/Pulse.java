package io.firth.channel.email.mailbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** How the folders of one account are, as one word about the account: it is well only if each of them is. */
final class Pulse {

    private final Map<String, String> problems = new TreeMap<>();
    private final Runnable alive;
    private final Consumer<String> failed;

    Pulse(Runnable alive, Consumer<String> failed) {
        this.alive = alive;
        this.failed = failed;
    }

    synchronized void alive(String folder) {
        problems.remove(folder);
        tell();
    }

    synchronized void failed(String folder, String words) {
        problems.put(folder, words);
        tell();
    }

    private void tell() {
        if (problems.isEmpty()) {
            alive.run();
        } else {
            failed.accept(String.join(" ", problems.values().stream().distinct().toList()));
        }
    }
}
