package io.firth.staff;

import java.util.UUID;

/**
 * A CDI event on every node: an agent's rights, teams or sessions changed, here or on another node. Whoever serves
 * this agent for long asks {@link Gate#renew} again. Observers must not block.
 */
public record AccessChanged(UUID agent) {}
