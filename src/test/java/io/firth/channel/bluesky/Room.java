package io.firth.channel.bluesky;

import io.firth.channel.Account;
import io.firth.channel.ChannelType;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.bluesky.xrpc.Network;
import io.firth.channel.bluesky.xrpc.Session;
import io.firth.channel.bluesky.xrpc.Session.Login;
import io.firth.conversation.Inbound;
import io.firth.conversation.Inbound.Arrival;
import io.firth.home.Files;
import io.firth.home.Homes;
import io.firth.http.egress.Egress;
import io.firth.http.egress.Loopback;
import io.firth.journal.Cursor;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** The channel's room without the rest of the house: what it would have handed over is kept in lists. */
final class Room implements Entrance, Archive {

    static final UUID ACCOUNT = UUID.fromString("0193a0c4-0000-7000-8000-000000000002");

    private static final Vertx VERTX = Vertx.vertx();

    final Line line;
    final Files files;
    final List<Inbound> taken = new CopyOnWriteArrayList<>();
    final List<RawInput> raws = new CopyOnWriteArrayList<>();
    final List<String> setAside = new CopyOnWriteArrayList<>();
    final Map<String, String> cursors = new HashMap<>();
    final Map<String, Customer> known = new HashMap<>();
    final Map<String, Set<String>> unfinished = new LinkedHashMap<>();
    final Set<String> accepted = new HashSet<>();

    /** What happens instead of the next commits. */
    Runnable commit = () -> {};

    Room(Server server, Path folder) {
        this(server, folder, Duration.ofSeconds(60));
    }

    Room(Server server, Path folder, Duration answer) {
        Egress egress = Loopback.egress(VERTX, answer);
        files = Homes.files(Homes.in(folder));
        var account = new Account(
                ACCOUNT, ChannelType.BLUESKY, "Acme", "@acme.test", List.of(), Account.State.ACTIVE, Settings.NONE);
        var login = new Login(URI.create(server.url()), "acme.test", "secret");
        var incoming = new Incoming(new Embeds(new FetchedPictures(egress), files));
        line = new Line(account, new Network(new Session(egress, login)), this, this, incoming);
    }

    List<String> arrived() {
        return taken.stream()
                .filter(Arrival.class::isInstance)
                .map(Arrival.class::cast)
                .map(Arrival::externalId)
                .toList();
    }

    @Override
    public void accept(Inbound inbound, RawInput raw, @Nullable Cursor cursor) {
        commit.run();
        if (inbound.dedupKeys().stream().noneMatch(accepted::contains)) {
            taken.add(inbound);
            raws.add(raw);
        }
        accepted.addAll(inbound.dedupKeys());
        move(cursor);
    }

    @Override
    public void setAside(RawInput raw, String reason, @Nullable Cursor cursor) {
        setAside.add(reason);
        raws.add(raw);
        move(cursor);
    }

    @Override
    public void advance(Cursor cursor) {
        move(cursor);
    }

    @Override
    public Optional<String> cursor(UUID account, String folder) {
        return Optional.ofNullable(cursors.get(folder));
    }

    @Override
    public Map<String, Customer> known(UUID account, List<String> names) {
        var found = new HashMap<>(known);
        found.keySet().retainAll(names);
        return found;
    }

    @Override
    public List<Kept> unfinished(UUID account) {
        return unfinished.entrySet().stream()
                .map(post -> new Kept(post.getKey(), post.getValue()))
                .toList();
    }

    private void move(@Nullable Cursor cursor) {
        if (cursor != null) {
            cursors.put(cursor.folder(), cursor.value());
        }
    }
}
