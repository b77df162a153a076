package io.firth.channel.chat;

import static io.firth.channel.chat.Panel.event;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.firth.channel.ChannelContract;
import io.firth.channel.Stage;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Visitors' panels on the pages of a shop. */
@QuarkusTest
class ChatContractTest implements ChannelContract {

    private final Map<String, Panel> panels = new ConcurrentHashMap<>();
    private Shop shop;

    @BeforeEach
    void open() {
        shop = Shop.open();
    }

    @AfterEach
    void leave() {
        panels.values().forEach(Panel::close);
    }

    @Override
    public Stage stage() {
        return new OnThePage();
    }

    private final class OnThePage implements Stage {

        @Override
        public UUID account() {
            return shop.account();
        }

        @Override
        public void arrives(Told told) {
            var panel = panels.computeIfAbsent(told.by(), by -> Panel.open(shop));
            var id = UUID.nameUUIDFromBytes(told.key().getBytes(UTF_8));
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
                    .flatMap(panel -> panel.texts().stream())
                    .filter(text::equals)
                    .count();
        }
    }
}
