package io.firth.journal;

import io.firth.conversation.Inbound.Edit;
import io.firth.conversation.Inbound.News;
import io.firth.conversation.Inbound.Reaction;
import io.firth.conversation.Inbound.Receipt;
import io.firth.conversation.Inbound.Removal;
import io.firth.conversation.Inbound.Target;
import java.util.Map;

/** The form in which news is kept that waits for its message. What waits is always told of by the channel's own id. */
final class NewsJson {

    private static final Map<String, Class<? extends News>> KINDS = Map.of(
            "edit", Edit.class,
            "removal", Removal.class,
            "reaction", Reaction.class,
            "receipt", Receipt.class);

    private NewsJson() {}

    static String kind(News news) {
        return switch (news) {
            case Edit edit -> "edit";
            case Removal removal -> "removal";
            case Reaction reaction -> "reaction";
            case Receipt receipt -> "receipt";
        };
    }

    static String target(News news) {
        if (news.target() instanceof Target.External(var id)) {
            return id;
        }
        throw new IllegalArgumentException("Only news of a message that is not here can wait");
    }

    static String write(News news) {
        return InteractionJson.write(news);
    }

    static News read(String kind, String json) {
        var known = KINDS.get(kind);
        if (known == null) {
            throw new IllegalStateException("News of an unknown kind waits: " + kind);
        }
        return InteractionJson.read(known, json);
    }
}
