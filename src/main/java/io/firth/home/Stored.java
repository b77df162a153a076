package io.firth.home;

/**
 * What the file store keeps.
 *
 * @param sha256 of the bytes, in lower-case hex; the name to find them by
 * @param size in bytes
 */
public record Stored(String sha256, long size) {}
