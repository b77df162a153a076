package io.firth.metrics.fact;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An open cycle, and what it has come to so far.
 *
 * @param n which one of the conversation, from 1
 * @param seq of the interaction that began it
 * @param stages microseconds by {@link Stage}
 * @param waited microseconds in which the customer waited, pending and snoozed left out
 * @param replies of agents
 * @param messages public ones, both sides
 * @param agents to whom it came
 */
record Cycle(
        int n,
        int seq,
        Instant since,
        Dimensions born,
        Map<Stage, Long> stages,
        long waited,
        int replies,
        int messages,
        boolean asked,
        boolean botTouched,
        boolean handedOver,
        Set<UUID> agents) {

    static Cycle begin(int n, int seq, Instant since, Dimensions born) {
        return new Cycle(n, seq, since, born, Map.of(), 0, 0, 0, false, false, false, Set.of());
    }

    Cycle after(Stage stage, boolean waiting, long micros) {
        var all = new TreeMap<>(stages);
        all.merge(stage, micros, Long::sum);
        var waits = waiting && stage.isOurs() ? waited + micros : waited;
        return new Cycle(n, seq, since, born, all, waits, replies, messages, asked, botTouched, handedOver, agents);
    }

    Cycle received(boolean byCustomer) {
        return new Cycle(
                n,
                seq,
                since,
                born,
                stages,
                waited,
                replies,
                messages + 1,
                asked || byCustomer,
                botTouched,
                handedOver,
                agents);
    }

    Cycle replied(boolean byAgent, boolean byBot) {
        var more = byAgent ? replies + 1 : replies;
        return new Cycle(
                n,
                seq,
                since,
                born,
                stages,
                waited,
                more,
                messages + 1,
                asked,
                botTouched || byBot,
                handedOver,
                agents);
    }

    Cycle passedOn() {
        return new Cycle(n, seq, since, born, stages, waited, replies, messages, asked, botTouched, true, agents);
    }

    Cycle cameTo(UUID agent) {
        var all = new TreeSet<>(agents);
        all.add(agent);
        return new Cycle(n, seq, since, born, stages, waited, replies, messages, asked, botTouched, handedOver, all);
    }
}
