package io.firth.channel.email;

import io.firth.channel.Account;
import io.firth.channel.RawInput;
import io.firth.channel.Trial;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Mail that is fetched from mailboxes, as far as the channel asks for it. */
public interface Fetching {

    /** Begins to fetch for an account that has a mailbox, as it is set up now. Does not wait for its server. */
    void open(Account account);

    /** Fetches no more for an account. */
    void close(UUID account);

    /** Signs in and looks around, changing nothing; empty where the account has no mailbox. Blocks. */
    List<Trial> test(Account account);

    /**
     * Fetches a mail whole that was set aside without its body. Blocks.
     *
     * @return empty where the account is not fetched for any more, or the mail is gone or still too large
     */
    Optional<RawInput> fetchAgain(RawInput setAside, Slot slot) throws IOException;
}
