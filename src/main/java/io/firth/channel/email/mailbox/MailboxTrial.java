package io.firth.channel.email.mailbox;

import io.firth.channel.Trial;
import io.firth.channel.email.server.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.iap.ProtocolException;

/** Tries a mailbox out: signs in, opens what would be followed, and leaves everything as it was. */
record MailboxTrial(MailAccount account, ImapConfig config) {

    private static final String SIGN_IN = "sign-in";
    private static final String FOLDERS = "folders";

    List<Trial> run() {
        var trials = new ArrayList<Trial>();
        try (var connection = ImapConnection.open(account.server(), config, new Line())) {
            trials.add(Trial.passed(
                    SIGN_IN, "Signed in to %s. It offers %s.".formatted(account.server(), connection.abilities())));
            for (var folder : account.folders()) {
                trials.add(opened(connection, folder));
            }
            trials.add(sent(connection));
        } catch (IOException | ProtocolException | RuntimeException failed) {
            trials.add(Trial.failed(
                    trials.isEmpty() ? SIGN_IN : FOLDERS, "%s: %s".formatted(account.server(), Failing.words(failed))));
        }
        return trials;
    }

    private static Trial opened(ImapConnection connection, String folder) {
        try {
            var opened = connection.examine(folder, Optional.empty());
            return Trial.passed(FOLDERS, "%s holds %d mails.".formatted(folder, opened.mails()));
        } catch (ProtocolException refused) {
            return Trial.failed(FOLDERS, "%s: %s".formatted(folder, Failing.words(refused)));
        }
    }

    private Trial sent(ImapConnection connection) throws ProtocolException {
        var folder = account.sentFolder().isPresent() ? account.sentFolder() : connection.sentFolder();
        return folder.map(name -> opened(connection, name))
                .orElseGet(() -> Trial.passed(
                        FOLDERS,
                        "The server marks no folder as that of sent mail; name it to see what is sent elsewhere."));
    }
}
