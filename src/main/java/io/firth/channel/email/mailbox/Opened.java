package io.firth.channel.email.mailbox;

/**
 * A folder that was opened.
 *
 * @param uidNext the UID that the next mail will get, at least; 0 where the server does not say
 * @param modSeq its highest MODSEQ; 0 where the server keeps no count
 */
record Opened(String folder, long uidValidity, long uidNext, long modSeq, int mails) {}
