package io.firth.channel.email.mime;

import org.jspecify.annotations.Nullable;

/**
 * A file in a mail.
 *
 * @param name without path and control characters
 * @param mediaType as declared, in lower case
 * @param contentId without angle brackets
 * @param bytes decoded; not to be changed
 */
public record Part(String name, String mediaType, @Nullable String contentId, byte[] bytes) {}
