package io.firth.channel.chat;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.firth.channel.Accepted;
import io.firth.channel.Account;
import io.firth.channel.Channel;
import io.firth.channel.ChannelType;
import io.firth.channel.Delivered;
import io.firth.channel.Field;
import io.firth.channel.Limits;
import io.firth.channel.Measure;
import io.firth.channel.Outbound;
import io.firth.channel.RawInput;
import io.firth.channel.Settings;
import io.firth.channel.Trial;
import io.firth.channel.Undeliverable;
import io.firth.channel.chat.message.Incoming;
import io.firth.channel.chat.message.Incoming.Written;
import io.firth.channel.chat.protocol.Frames;
import io.firth.channel.chat.protocol.Request;
import io.firth.channel.chat.site.ChatLimits;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.site.Sites;
import io.firth.channel.chat.site.Trials;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.channel.chat.visitor.Visitors;
import io.firth.conversation.Address;
import io.firth.conversation.DeliveryState;
import io.firth.conversation.NotFound;
import io.firth.home.Home;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Web chat as a channel: what agents write is kept for the visitor, and shown at once where a panel is open. */
@Singleton
class ChatChannel implements Channel {

    private static final Limits LIMITS = new Limits(
            ChatLimits.LONGEST,
            Measure.CODE_POINTS,
            false,
            false,
            false,
            false,
            ChatLimits.MOST_FILES,
            ChatLimits.LARGEST_FILE,
            false);

    private final Sites sites;
    private final Visitors visitors;
    private final Conversations conversations;
    private final Showing showing;
    private final Incoming incoming;
    private final Frames frames;
    private final Trials trials;
    private final Home home;
    private final Loop loop;

    ChatChannel(
            Sites sites,
            Visitors visitors,
            Conversations conversations,
            Showing showing,
            Incoming incoming,
            Frames frames,
            Trials trials,
            Home home,
            Loop loop) {
        this.sites = sites;
        this.visitors = visitors;
        this.conversations = conversations;
        this.showing = showing;
        this.incoming = incoming;
        this.frames = frames;
        this.trials = trials;
        this.home = home;
        this.loop = loop;
    }

    @Override
    public ChannelType type() {
        return ChannelType.CHAT;
    }

    @Override
    public Limits limits(Account account) {
        return LIMITS;
    }

    @Override
    public List<Field> fields() {
        return Site.fields();
    }

    @Override
    public Place place(Settings settings) {
        return Site.place(settings);
    }

    @Override
    public Uni<List<Trial>> test(Account account) {
        return Uni.createFrom().item(() -> trials.of(account));
    }

    /** Nothing is kept open for an account: panels ask for it whenever they come. */
    @Override
    public void open(Account account) {}

    /** Open panels notice on the next of their {@link Rounds}. */
    @Override
    public void close(UUID account) {}

    @Override
    public boolean hasWayOut(Account account) {
        return true;
    }

    /** A panel knows a message by its place in the conversation. */
    @Override
    public boolean sendsOnce(Account account) {
        return true;
    }

    /** Nothing is captured, so there is never anything there. */
    @Override
    public Path captured(UUID delivery) {
        return home.folder().resolve("chat").resolve(delivery.toString());
    }

    @Override
    public Uni<Delivered> deliver(Outbound message) {
        if (Measure.CODE_POINTS.of(message.content().text()) > ChatLimits.LONGEST) {
            return Uni.createFrom()
                    .failure(new Undeliverable("A chat message may have %d characters.".formatted(ChatLimits.LONGEST)));
        }
        var addresses = message.to().stream()
                .filter(address -> address.kind().equals(Visitor.KIND))
                .toList();
        return addresses.isEmpty()
                ? Uni.createFrom().failure(new Undeliverable("None of these people has a chat here."))
                : Multi.createFrom()
                        .iterable(addresses)
                        .onItem()
                        .transformToUniAndConcatenate(address -> deliver(message, address))
                        .collect()
                        .asList()
                        .map(each -> delivered(message, each.stream().allMatch(shown -> shown)));
    }

    private static Delivered delivered(Outbound message, boolean shown) {
        return new Delivered(
                shown ? DeliveryState.DELIVERED : DeliveryState.ACCEPTED,
                message.conversation() + "/" + message.seq(),
                shown ? null : "Kept for the visitor's return.");
    }

    @Override
    public Uni<Accepted> readAgain(RawInput input) {
        return visitor(input.from())
                .map(visitor -> visitor.orElseThrow(() -> new NotFound("visitor", input.from())))
                .chain(visitor -> incoming.take(written(visitor, input)));
    }

    /** @return whether an open panel has it */
    private Uni<Boolean> deliver(Outbound message, Address to) {
        return visitor(to.value())
                .map(found -> found.orElseThrow(() -> new Undeliverable("This visitor is not known any more.")))
                .call(visitor -> conversations.join(visitor.id(), message.conversation(), to.value()))
                .call(visitor -> conversations.expect(visitor.id(), message.conversation(), message.seq()))
                .chain(visitor -> shown(visitor, message));
    }

    private Uni<Boolean> shown(Visitor visitor, Outbound message) {
        return loop.ask(() -> showing.shown(visitor.id(), message.conversation(), message.seq()))
                .chain(shown -> shown);
    }

    private Uni<Optional<Visitor>> visitor(String id) {
        try {
            return visitors.find(UUID.fromString(id));
        } catch (IllegalArgumentException noId) {
            return Uni.createFrom().item(Optional.empty());
        }
    }

    /** Only messages of visitors can be set aside: what the database refuses in them, a later version may know to mend. */
    private Written written(Visitor visitor, RawInput input) {
        var text = new String(input.bytes(), StandardCharsets.UTF_8);
        var site = sites.find(input.account()).orElseThrow(() -> new NotFound("account", input.account()));
        try {
            if (frames.request(text) instanceof Request.Message message) {
                return new Written(site, visitor, message, List.of(), null, text);
            }
        } catch (JsonProcessingException unreadable) {
            throw new IllegalArgumentException("This is no message of a visitor.", unreadable);
        }
        throw new IllegalArgumentException("This is no message of a visitor.");
    }
}
