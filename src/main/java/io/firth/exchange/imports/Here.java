package io.firth.exchange.imports;

import io.firth.exchange.imports.Line.Named;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who and what is meant here by the names in some lines.
 *
 * @param agents by e-mail address
 * @param teams by name
 * @param accounts by the word of their channel
 */
record Here(Map<String, UUID> agents, Map<String, UUID> teams, Map<String, UUID> accounts) {

    UUID agent(String email) {
        var agent = agents.get(email);
        if (agent == null) {
            throw new IllegalStateException("Nobody was found for " + email);
        }
        return agent;
    }

    @Nullable
    UUID agent(Named named) {
        var email = named.value();
        return email == null ? null : agent(email);
    }

    @Nullable
    UUID team(Named named) {
        var name = named.value();
        return name == null ? null : teams.get(name);
    }

    @Nullable
    UUID account(@Nullable String channel) {
        return channel == null ? null : accounts.get(channel);
    }
}
