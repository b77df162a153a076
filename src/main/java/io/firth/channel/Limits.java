package io.firth.channel;

/**
 * What a channel can carry, shown in the composer before it hurts.
 *
 * @param maxLength of the text, in Unicode code points
 * @param html whether formatted text arrives as such
 * @param stopForCustomer whether the reply guard stops a reply when only the customer has written meanwhile
 */
public record Limits(int maxLength, boolean html, boolean stopForCustomer) {}
