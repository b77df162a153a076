package io.firth.suggestion.redact;

/**
 * A reply that was sent.
 *
 * @param redacted as {@link Redaction} has left it
 * @param customer whom it went to, by a key that is the same for the same person; only compared, never shown
 */
public record Sample(String redacted, String customer) {}
