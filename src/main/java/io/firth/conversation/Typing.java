package io.firth.conversation;

import java.util.UUID;

/**
 * Somebody writes in a conversation, or has stopped. Told to whoever is there at the moment and never kept; without a further
 * word it is over after six seconds.
 */
public record Typing(UUID conversation, Actor by, boolean on) {}
