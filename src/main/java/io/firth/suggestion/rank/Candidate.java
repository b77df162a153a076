package io.firth.suggestion.rank;

/**
 * An answer that may be the right one.
 *
 * @param score 0 … 1; those of all answers together are at most 1
 */
public record Candidate(String answer, double score) {}
