package io.firth.channel;

/**
 * What a channel can carry, shown in the composer before it hurts.
 *
 * @param maxLength of the text, counted in {@code measure}
 * @param html whether formatted text arrives as such
 * @param recipients whether a message may go to several people, seen or unseen, and be forwarded
 * @param subject whether messages have a subject
 * @param begins whether agents may begin a conversation
 * @param maxAttachments how many files a message may carry; 0 for none
 * @param maxAttachmentSize of one of them, in bytes
 * @param stopForCustomer whether the reply guard stops a reply when only the customer has written meanwhile
 */
public record Limits(
        int maxLength,
        Measure measure,
        boolean html,
        boolean recipients,
        boolean subject,
        boolean begins,
        int maxAttachments,
        long maxAttachmentSize,
        boolean stopForCustomer) {}
