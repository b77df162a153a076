package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.event;
import static io.firth.channel.chat.Panel.message;

import io.firth.channel.ChannelContract;
import io.firth.channel.Stage;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The laws of every channel, told by web chat: a panel for everybody who writes. */
@QuarkusTest
class ChatContractTest implements ChannelContract, Stage {

    private final Map<String, Panel> panels = new ConcurrentHashMap<>();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void close() {
        panels.values().forEach(Panel::close);
    }

    @Override
    public Stage stage() {
        return this;
    }

    @Override
    public UUID account() {
        return shop.account();
    }

    @Override
    public void arrives(Told told) {
        var panel = panels.computeIfAbsent(told.by(), by -> Panel.open(shop));
        var id = UUID.nameUUIDFromBytes(told.key().getBytes(StandardCharsets.UTF_8));
        panel.write(id, told.text());
        panel.next(event("message")
                .and(frame -> frame.at("/data/client_id").asText().equals(id.toString())));
    }

    @Override
    public boolean maySayAnything() {
        return false;
    }

    @Override
    public void arrivesUnknown() {
        throw new UnsupportedOperationException();
    }

    @Override
    public long seenOutside(String text) {
        return panels.values().stream()
                .mapToLong(panel -> panel.all(message(text)).size())
                .sum();
    }
}
