package io.firth.channel.email.quote;

/**
 * A mail's text in two halves, together the whole.
 *
 * @param text what the writer wrote now
 * @param quoted quotes and signature; empty where there are none
 */
public record Folded(String text, String quoted) {}
