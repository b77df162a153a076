package io.firth.metrics.fact;

/** What a fact is about. The names are kept in the database. */
public enum Kind {
    /** A public message came in; anchored when it did. */
    RECEIVED,
    /** A public message went out. */
    SENT,
    /** The first agent reply of a conversation that its customer began, timed from the customer's first message. */
    FIRST_RESPONSE,
    /** The first public reply of an agent or the bot, timed from the customer's first message. */
    FIRST_RESPONSE_ANY,
    /** The bot's first answer, timed from the customer's first message. */
    BOT_FIRST_RESPONSE,
    /** An agent answered a turn; timed from the turn's start. */
    RESPONSE,
    /** A turn; anchored at its start. */
    TURN,
    /** A turn against the time in which every turn is to be answered; anchored at the answer, at the latest when that time is over. */
    EXPECTED,
    /** A cycle; anchored at its start. */
    CYCLE,
    /** A cycle ended by a resolve; timed from its start, its amount is the number of agent replies. */
    RESOLVED,
    /** What the customer waited in a resolved cycle, without the time in pending and snoozed. */
    REPLY_WAIT,
    /** How many public messages a resolved cycle took. */
    EXCHANGE,
    /** What a resolved cycle spent in one stage. */
    STAGE,
    /** A resolve that stands; timed from the beginning of the conversation. */
    FULL_RESOLUTION,
    /** A time in which a conversation was unfinished; anchored at its end. */
    STANDING,
    /** A cycle came to an agent. */
    ASSIGNED,
    /** An answer to a question of satisfaction; its amount is the score. */
    CSAT,
    /** An answer to a question of recommendation; its amount is the score. */
    NPS,
    /** An answer to a question of effort; its amount is the score. */
    CES,
    /** How long a public message that came in took from its channel's time until it was stored. */
    INGEST,
    /** A question of satisfaction that was asked; anchored when it was. */
    ASKED,
    /** Replies were offered to an agent; anchored when they were. */
    SUGGESTED
}
