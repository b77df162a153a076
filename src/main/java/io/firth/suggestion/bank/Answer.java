package io.firth.suggestion.bank;

import io.firth.suggestion.redact.Template;
import java.time.Instant;
import java.util.UUID;

/**
 * Replies that say the same to questions that ask the same, as one.
 *
 * @param id by which it is known; made from its first question, so that it stays while others join
 * @param times how many replies there are
 * @param agents how many wrote them
 * @param lastAt when the last one was written
 */
public record Answer(UUID id, Template template, int times, int agents, Instant lastAt) {}
