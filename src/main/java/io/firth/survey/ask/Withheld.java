package io.firth.survey.ask;

import java.util.Locale;

/** Why somebody is not asked. The words are kept in the database. */
enum Withheld {
    /** The conversation goes on in another one. */
    MERGED,
    SPAM,
    /** No customer has written in it. */
    NO_CUSTOMER,
    /** The last that came was written by a machine, or to many. */
    MACHINE,
    /** What was sent there came back. */
    BOUNCED,
    /** It was opened again before the question was due. */
    REOPENED,
    BLOCKED,
    /** Only somebody has written whose address nobody vouches for. */
    UNVERIFIED,
    /** Nobody reads what is sent there, or there is no such address. */
    NO_ADDRESS,
    /** Asked a short while ago. */
    QUIET,
    /** It is too long ago to ask about it. */
    LATE,
    /** The account does not ask any more, or is gone. */
    STOPPED;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
