package io.firth.channel.bluesky;

import io.firth.channel.Trial;
import io.firth.channel.bluesky.xrpc.Network;
import io.firth.channel.bluesky.xrpc.Refusal;
import io.firth.channel.bluesky.xrpc.Unreachable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Tries an account out, step by step until one fails. Blocks; posts nothing. */
final class Trials {

    static final String SIGN_IN = "sign-in";

    private final Network network;
    private final List<Trial> done = new ArrayList<>();

    private Trials(Network network) {
        this.network = network;
    }

    static List<Trial> of(Network network) {
        var trials = new Trials(network);
        if (trials.passes(SIGN_IN, () -> "Signed in as " + network.did() + ".")) {
            trials.passes("receive", trials::notifications);
        }
        return List.copyOf(trials.done);
    }

    private String notifications() {
        return network.notifications(List.of(), 1, null).items().isEmpty()
                ? "The notifications can be read; there are none yet."
                : "The notifications can be read.";
    }

    private boolean passes(String step, Supplier<String> seen) {
        try {
            done.add(Trial.passed(step, seen.get()));
            return true;
        } catch (Refusal | Unreachable failure) {
            done.add(Trial.failed(step, String.valueOf(failure.getMessage())));
            return false;
        }
    }
}
