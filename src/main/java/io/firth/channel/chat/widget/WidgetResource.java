package io.firth.channel.chat.widget;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.firth.channel.chat.queue.Queueing;
import io.firth.channel.chat.site.ChatLimits;
import io.firth.channel.chat.site.Question;
import io.firth.channel.chat.site.Site;
import io.firth.channel.chat.site.Trials;
import io.firth.channel.chat.visitor.Conversations;
import io.firth.channel.chat.visitor.Visitor;
import io.firth.journal.Journal;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the widget looks and behaves on a site, and whether something waits there for its visitor. */
@Path("/widget/{account}")
@PermitAll
class WidgetResource {

    private final Bearer bearer;
    private final Queueing queueing;
    private final Conversations conversations;
    private final Journal journal;
    private final Trials trials;

    WidgetResource(Bearer bearer, Queueing queueing, Conversations conversations, Journal journal, Trials trials) {
        this.bearer = bearer;
        this.queueing = queueing;
        this.conversations = conversations;
        this.journal = journal;
        this.trials = trials;
    }

    /**
     * @param replySeconds how long a first answer takes, in the middle; null where too few are known
     * @param emailContinuation whether an answer reaches visitors who have left an address
     */
    record Config(
            UUID account,
            String name,
            String color,
            String greeting,
            List<String> languages,
            String position,
            List<Question> preChat,
            Office office,
            @Nullable Long replySeconds,
            boolean verifiedOnly,
            Upload upload,
            boolean emailContinuation,
            boolean transcript) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Office(boolean open, @Nullable Instant opensAt) {}

    record Upload(long maxSize, List<String> types) {}

    record Unread(int unread, int lastSeq) {}

    @GET
    @Path("/config")
    public Uni<Config> config(String account) {
        var site = bearer.site(account);
        return queueing.replySeconds(site.account()).map(pace -> config(site, pace));
    }

    /** Asked by the launcher now and then while the panel is closed. */
    @GET
    @Path("/unread")
    public Uni<Unread> unread(String account, @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        return bearer.visitor(account, authorization).chain(this::unread);
    }

    private Uni<Unread> unread(Visitor visitor) {
        var current = visitor.current();
        return current == null
                ? Uni.createFrom().item(new Unread(0, 0))
                : conversations
                        .unread(current.conversation(), current.readSeq())
                        .chain(unread -> journal.conversation(current.conversation())
                                .map(now -> new Unread(unread, now.guard().lastPublicSeq())));
    }

    private Config config(Site site, OptionalLong pace) {
        var now = Instant.now();
        var mail = trials.isMailPossible();
        return new Config(
                site.account(),
                site.name(),
                site.color(),
                site.greeting(),
                site.languages(),
                site.right() ? "right" : "left",
                site.questions(),
                new Office(site.hours().isOpen(now), site.hours().opensAt(now).orElse(null)),
                pace.isPresent() ? pace.getAsLong() : null,
                site.verifiedOnly(),
                new Upload(ChatLimits.LARGEST_FILE, FileTypes.TAKEN),
                mail,
                mail);
    }
}
