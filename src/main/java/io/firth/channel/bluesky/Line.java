package io.firth.channel.bluesky;

import io.firth.channel.Account;
import io.firth.channel.bluesky.xrpc.Network;
import io.firth.conversation.Inbound;
import io.firth.journal.Cursor;
import org.jspecify.annotations.Nullable;

/** One account with all that is needed to take in for it. Blocks. */
record Line(Account account, Network network, Entrance entrance, Archive archive, Incoming incoming) {

    /** Takes in what was seen; what cannot be understood is set aside. Returns when it is committed. */
    void take(Sighting seen, @Nullable Cursor cursor) {
        var raw = seen.raw(account);
        Inbound inbound;
        try {
            inbound = incoming.understand(raw);
        } catch (IllegalArgumentException strange) {
            entrance.setAside(raw, String.valueOf(strange.getMessage()), cursor);
            return;
        }
        entrance.accept(inbound, raw, cursor);
    }

    Cursor cursor(String folder, Object value) {
        return new Cursor(account.id(), folder, value.toString());
    }
}
