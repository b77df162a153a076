package io.firth.channel.email.mailbox;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a folder was read (RFC 3501, 2.3.1.1). UIDs only mean something under their UIDVALIDITY; under another one the
 * folder is read anew, and the dedup keys of the mails see to it that none is doubled.
 *
 * @param last the highest UID that was taken in or passed over; 0 for none
 * @param modSeq up to which the server's news of the folder were heard (RFC 7162); 0 where it keeps no count
 * @param since what was there before the account began, and is older than this, is passed over
 * @param old the highest UID there was when reading began: only up to it age matters, for a mail that people move into the
 *     folder later keeps its date
 */
record Checkpoint(long uidValidity, long last, long modSeq, Instant since, long old) {

    /** The beginning of a folder. @param uidNext as the server predicts it */
    static Checkpoint begin(long uidValidity, long uidNext, Instant since) {
        return new Checkpoint(uidValidity, 0, 0, since, Math.max(0, uidNext - 1));
    }

    /** Empty where it is not what {@link #toString} writes. */
    static Optional<Checkpoint> parse(String value) {
        var words = value.split(" ", -1);
        if (words.length != 5) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checkpoint(
                    Long.parseLong(words[0]),
                    Long.parseLong(words[1]),
                    Long.parseLong(words[2]),
                    Instant.ofEpochSecond(Long.parseLong(words[3])),
                    Long.parseLong(words[4])));
        } catch (NumberFormatException foreign) {
            return Optional.empty();
        }
    }

    Checkpoint after(long uid) {
        return new Checkpoint(uidValidity, Math.max(last, uid), modSeq, since, old);
    }

    Checkpoint heard(long upTo) {
        return new Checkpoint(uidValidity, last, Math.max(0, upTo), since, old);
    }

    boolean passesOver(Listed mail) {
        return mail.uid() <= old && mail.received().isBefore(since);
    }

    @Override
    public String toString() {
        return uidValidity + " " + last + " " + modSeq + " " + since.getEpochSecond() + " " + old;
    }
}
