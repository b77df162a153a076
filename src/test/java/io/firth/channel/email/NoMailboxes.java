package io.firth.channel.email;

import io.firth.channel.Account;
import io.firth.channel.RawInput;
import io.firth.channel.Trial;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where no mail is fetched. */
final class NoMailboxes implements Fetching {

    @Override
    public void open(Account account) {}

    @Override
    public void close(UUID account) {}

    @Override
    public List<Trial> test(Account account) {
        return List.of();
    }

    @Override
    public Optional<RawInput> fetchAgain(RawInput setAside, Slot slot) {
        return Optional.empty();
    }
}
