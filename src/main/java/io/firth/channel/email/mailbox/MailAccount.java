package io.firth.channel.email.mailbox;

import io.firth.channel.Account;
import io.firth.channel.email.server.MailServer;
import io.firth.conversation.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An account whose mail is fetched.
 *
 * @param folders that customers' mail comes into
 * @param sentFolder the folder of what our side sends, where its name is told
 * @param history how old a mail may be that lies there already when the account begins
 */
record MailAccount(
        Account account, MailServer server, List<String> folders, Optional<String> sentFolder, Duration history) {

    private static final int USUAL_DAYS = 7;

    /**
     * Empty where an account's mail only comes by SMTP.
     *
     * @throws Refused where its settings are no good
     */
    static Optional<MailAccount> of(Account account) {
        var settings = account.settings();
        return MailServer.of(settings, "imap").map(server -> {
            var folders = settings.list("imap_folders");
            return new MailAccount(
                    account,
                    server,
                    folders.isEmpty() ? List.of("INBOX") : folders,
                    settings.text("sent_folder"),
                    Duration.ofDays(Math.max(0, settings.number("history_days", USUAL_DAYS))));
        });
    }
}
