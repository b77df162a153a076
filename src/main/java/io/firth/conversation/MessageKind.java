package io.firth.conversation;

/** In what way somebody turned to us. */
public enum MessageKind {
    /** To us alone. */
    DIRECT,
    /** In public, naming us. */
    MENTION,
    /** In public, below something of ours. */
    COMMENT,
    /** A judgement of us or what we sell, where everybody reads it. */
    REVIEW,
    CALL
}
