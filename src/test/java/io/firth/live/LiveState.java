package io.firth.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.firth.staff.SignedIn;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a page knows: it follows streams, fetches by REST, and applies frames exactly as the protocol says. The one judge of
 * "old state + frames = freshly fetched state".
 */
final class LiveState implements AutoCloseable {

    private final SignedIn agent;
    private final Instant since;
    private final Map<String, ListState> lists = new TreeMap<>();
    private final Map<UUID, ThreadState> threads = new TreeMap<>();
    private Browser browser;
    private String epoch = "";

    private LiveState(SignedIn agent, Instant since) {
        this.agent = agent;
        this.since = since;
    }

    /** @param since rows of conversations that are older are left out of every comparison: other tests' work goes on */
    static LiveState open(SignedIn agent, Instant since) {
        var state = new LiveState(agent, since);
        state.connect();
        return state;
    }

    Browser browser() {
        return browser;
    }

    /** Follows a list: subscribes first, then fetches. */
    LiveState list(String view) {
        synchronized (this) {
            lists.put(view, new ListState(agent, view, since));
        }
        browser.follow("feed:" + view);
        load(view);
        return this;
    }

    LiveState thread(UUID conversation) {
        synchronized (this) {
            threads.put(conversation, new ThreadState(agent, conversation));
        }
        browser.follow("conversation:" + conversation);
        load(conversation);
        return this;
    }

    /** Pulls the plug. Nothing that comes afterwards is heard. */
    void cut() {
        var old = browser;
        synchronized (this) {
            browser = null;
        }
        old.close();
    }

    /** Comes back: subscribes again from where each stream stood, or begins anew where the server's epoch is another. */
    void resume() {
        var before = epoch;
        connect();
        var isOther = !before.equals(epoch);
        for (var list : Map.copyOf(lists).values()) {
            browser.follow("feed:" + list.view, isOther ? null : list.reached());
            if (isOther) {
                load(list.view);
            }
        }
        for (var thread : Map.copyOf(threads).values()) {
            if (isOther) {
                thread.forget();
            }
            browser.follow("conversation:" + thread.id, isOther ? null : (long) thread.lastSeq());
            if (isOther) {
                load(thread.id);
            }
        }
    }

    /** As if the server had been restored from a backup meanwhile. */
    void rememberAnotherEpoch() {
        epoch = UUID.randomUUID().toString();
    }

    /** How often lists had to be fetched again because too much was missed. */
    synchronized int gaps() {
        return lists.values().stream().mapToInt(list -> list.gaps).sum();
    }

    synchronized boolean shows(String view, UUID conversation) {
        return lists.get(view).rows.containsKey(conversation.toString());
    }

    synchronized boolean hasEnded(UUID conversation) {
        return threads.get(conversation).ended;
    }

    synchronized int lastSeq(UUID conversation) {
        return threads.get(conversation).lastSeq();
    }

    /** Waits until all it knows is what a page that is loaded now knows. What came back into sight is opened again. */
    void awaitFresh() {
        await().atMost(Browser.PATIENCE)
                .pollInterval(java.time.Duration.ofMillis(200))
                .untilAsserted(this::assertFresh);
    }

    private void assertFresh() {
        for (var list : Map.copyOf(lists).values()) {
            if (list.isStale()) {
                load(list.view);
            }
            var fresh = ListState.fetched(agent, list.view, since);
            synchronized (this) {
                assertThat(list.comparable()).as("%s of %s", list.view, agent).isEqualTo(fresh);
            }
        }
        for (var thread : Map.copyOf(threads).values()) {
            var fresh = ThreadState.fetched(agent, thread.id);
            if (thread.ended && fresh != null) {
                thread(thread.id);
            }
            synchronized (this) {
                assertThat(threads.get(thread.id).comparable())
                        .as("%s of %s", thread.id, agent)
                        .isEqualTo(fresh == null ? null : fresh.comparable());
            }
        }
    }

    private void connect() {
        var fresh = Browser.open(agent, this::heard);
        synchronized (this) {
            browser = fresh;
            epoch = fresh.frames.getFirst().path("epoch").asText();
        }
    }

    private void load(String view) {
        var list = lists.get(view);
        synchronized (this) {
            list.beginLoading();
        }
        var page = ListState.fetch(agent, view, since);
        synchronized (this) {
            list.loaded(page);
        }
    }

    private void load(UUID conversation) {
        var fetched = ThreadState.fetched(agent, conversation);
        synchronized (this) {
            threads.get(conversation).loaded(fetched);
        }
    }

    private synchronized void heard(JsonNode frame) {
        var stream = frame.path("stream").asText();
        if (stream.startsWith("feed:")) {
            lists.get(stream.substring("feed:".length())).apply(frame);
        } else if (stream.startsWith("conversation:")) {
            threads.get(UUID.fromString(stream.substring("conversation:".length())))
                    .apply(frame);
        }
    }

    @Override
    public void close() {
        if (browser != null) {
            browser.close();
        }
    }
}
