package io.firth.metrics.fact;

/** What else is true of a fact, as a bit of {@link Fact#flags()}. New ones come last: the bits are kept in the database. */
public enum Flag {
    /** Not ended yet. */
    OPEN,
    /** By an agent. */
    AGENT,
    /** By the bot. */
    BOT,
    /** Answered by an agent or the bot. */
    ANSWERED,
    /** Answered in the time in which every turn is to be answered. */
    IN_TIME,
    /** Taken from the bot by a hand-over or an agent. */
    HANDED_OVER,
    /** Ended without counting: marked as spam. */
    CANCELLED,
    /** Ended without counting: goes on in another conversation. */
    MERGED,
    /** Of the conversation's first cycle. */
    FIRST,
    /** Resolved within seven days of its start. */
    RESOLVED_IN_7D,
    /** May count as resolved at the first contact. */
    ELIGIBLE,
    /** With exactly one agent reply. */
    ONE_REPLY,
    /** Without any agent reply. */
    NO_REPLY,
    /** Reopened within seven days. */
    REOPENED_IN_7D,
    /** Reopened within 72 hours. */
    REOPENED_IN_72H,
    /** The same contact began another conversation within seven days. */
    RETURNED_IN_7D,
    /** The same contact began another conversation within 72 hours. */
    RETURNED_IN_72H,
    /** The bot wrote in it. */
    BOT_TOUCHED,
    /** Snoozed. */
    SNOOZED,
    /** A satisfied, promoting or easy answer. */
    POSITIVE,
    /** A detracting or difficult answer. */
    NEGATIVE,
    /** On the scale of thumbs. */
    THUMBS,
    /** The customer said that it was not solved. */
    NOT_SOLVED,
    /** What was offered was sent, edited or not. */
    USED,
    /** What was offered was sent as it was. */
    UNEDITED,
    /** An agent said of what was offered that it does not help. */
    DISMISSED;

    public int bit() {
        return 1 << ordinal();
    }

    /** The bits of all of them. */
    public static int bits(Flag... flags) {
        var bits = 0;
        for (var flag : flags) {
            bits |= flag.bit();
        }
        return bits;
    }
}
