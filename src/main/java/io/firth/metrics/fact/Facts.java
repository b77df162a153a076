package io.firth.metrics.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What folding interactions changes: facts that are there from now on, facts that are no more, and flags of earlier ones. */
public final class Facts {

    private final Map<Fact.Key, Optional<Fact>> changes = new LinkedHashMap<>();
    private final Map<Fact.Key, Integer> raised = new LinkedHashMap<>();

    void put(Fact fact) {
        var bits = raised.remove(fact.key());
        changes.put(fact.key(), Optional.of(bits == null ? fact : fact.withFlags(bits)));
    }

    void drop(Fact.Key key) {
        changes.put(key, Optional.empty());
        raised.remove(key);
    }

    /** Flags a fact that is among the changes, or was told of earlier. */
    public void raise(Fact.Key key, Flag flag) {
        var fact = changes.get(key);
        if (fact == null) {
            raised.merge(key, flag.bit(), (before, bit) -> before | bit);
        } else {
            changes.put(key, fact.map(put -> put.withFlags(flag.bit())));
        }
    }

    /** The last word on each fact; empty where it is no more. */
    public Map<Fact.Key, Optional<Fact>> changes() {
        return changes;
    }

    /** Bits that come to facts told of earlier. */
    public Map<Fact.Key, Integer> raised() {
        return raised;
    }
}
