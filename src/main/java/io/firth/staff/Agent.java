package io.firth.staff;

import java.util.UUID;

/** Somebody who answers customers, or did. */
public record Agent(UUID id, String name, Role role, boolean active) {}
