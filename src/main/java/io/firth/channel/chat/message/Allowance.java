package io.firth.channel.chat.message;

import io.firth.http.Rate;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How much one visitor, one address and one account may do, so that nobody can fill the journal alone. */
@Singleton
public class Allowance {

    private static final long PAUSE_SECONDS = 5;

    private final Rate visitors;
    private final Rate addresses;
    private final Rate accounts;
    private final Rate arrivals;

    Allowance(RateConfig config) {
        visitors = new Rate(config.visitor(), System::nanoTime);
        addresses = new Rate(config.address(), System::nanoTime);
        accounts = new Rate(config.account(), System::nanoTime);
        arrivals = new Rate(config.address(), System::nanoTime);
    }

    /** Whether somebody at this address may say who comes. */
    public boolean mayArrive(String address) {
        return arrivals.mayGo(address);
    }

    /** @param who the visitor, or the socket of somebody who is none yet */
    void requireForMessage(String who, String address, UUID account) {
        if (!visitors.mayGo(who) || !addresses.mayGo(address)) {
            throw Refusal.forNow("rate", "That was a lot at once. It is sent in a moment.", PAUSE_SECONDS);
        }
        if (!accounts.mayGo(account.toString())) {
            throw Refusal.forNow("rate", "Many people are writing at the moment. It is sent soon.", PAUSE_SECONDS);
        }
    }
}
