package io.firth.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A file that came or goes with a message. Its bytes are kept apart, under the hash of their content.
 *
 * @param name as the sender gave it, without path and control characters; hostile all the same
 * @param mediaType as sniffed or declared; never trusted for display
 * @param size in bytes
 * @param sha256 of the bytes, in lower-case hex
 * @param contentId the id that the message's HTML names it by ({@code cid:}), without angle brackets
 */
public record Attachment(
        String name,
        String mediaType,
        long size,
        String sha256,
        @Nullable String contentId) {}
