package io.firth.presence;

/** What somebody does with a conversation: has it before the eyes, has it open behind another tab, writes in it. */
public enum State {
    VIEWING,
    IDLE,
    COMPOSING
}
