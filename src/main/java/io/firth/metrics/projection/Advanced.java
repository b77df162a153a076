package io.firth.metrics.projection;

/**
 * The figures of this node's making know of more than before. Fired after the commit; may be missed when the product is killed.
 *
 * @param position up to which the journal is folded
 */
public record Advanced(long position) {}
