package io.firth.journal;

import java.util.UUID;

/**
 * How far an adapter has read somewhere. It is written in the transaction of what it stands behind, so it is never ahead of
 * what is stored.
 *
 * @param folder which of an account's sources: a mailbox's folder, a list of notifications
 * @param value in the adapter's own words
 */
public record Cursor(UUID account, String folder, String value) {}
