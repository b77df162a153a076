package io.firth.conversation;

import java.util.UUID;

/** An agent has read a conversation up to {@code seq}, or marked it as unread from there. */
public record ReadMarked(UUID agent, UUID conversation, int seq) {}
