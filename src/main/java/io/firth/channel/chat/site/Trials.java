package io.firth.channel.chat.site;

import io.firth.channel.Account;
import io.firth.channel.Continuation;
import io.firth.channel.Trial;
import io.firth.conversation.Refused;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/** What can be said of a chat account before anybody chats. */
@Singleton
public class Trials {

    private final List<Continuation> mails;

    Trials(@All List<Continuation> mails) {
        this.mails = mails;
    }

    public List<Trial> of(Account account) {
        try {
            var site = Site.of(account);
            return List.of(receive(site), identity(site), mail());
        } catch (Refused wrong) {
            return List.of(new Trial("receive", false, String.valueOf(wrong.getMessage())));
        }
    }

    /** Whether what visitors do not see can be sent on to them. */
    public boolean isMailPossible() {
        return mails.stream().anyMatch(Continuation::isPossible);
    }

    private static Trial receive(Site site) {
        var allowed = site.origins().allowed();
        return new Trial(
                "receive",
                !allowed.isEmpty(),
                allowed.isEmpty()
                        ? "No site may show this chat yet; name at least one origin."
                        : "The chat may stand on " + String.join(", ", allowed) + ".");
    }

    private static Trial identity(Site site) {
        if (site.secrets().isEmpty()) {
            return site.verifiedOnly()
                    ? Trial.failed(
                            "identity", "Only verified people may chat, but without a secret nobody can be verified.")
                    : Trial.hint("identity", "No secret is set, so visitors are whoever they say they are.");
        }
        var strong = site.secrets().stream().allMatch(secret -> secret.length >= Site.SHORTEST_SECRET);
        return new Trial(
                "identity",
                strong,
                strong
                        ? "Your site can prove who its visitors are."
                        : "A secret needs at least %d characters.".formatted(Site.SHORTEST_SECRET));
    }

    private Trial mail() {
        return isMailPossible()
                ? Trial.passed("continuation", "What visitors do not see goes to them by e-mail.")
                : Trial.hint(
                        "continuation",
                        "No e-mail account can send, so visitors who leave see the answer only when they return.");
    }
}
