package io.firth.staff;

import java.util.Set;
import java.util.UUID;

/**
 * Agents who share work.
 *
 * @param restricted only members see its conversations
 * @param closed it was deleted; its name and what only its members see remain
 * @param accounts the accounts that only members of this team (or of another that names them) see
 */
public record Team(UUID id, String name, boolean restricted, boolean closed, Set<UUID> members, Set<UUID> accounts) {}
