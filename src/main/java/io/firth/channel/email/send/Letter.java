package io.firth.channel.email.send;

import java.util.List;

/**
 * A mail ready to go.
 *
 * @param messageId without angle brackets
 * @param envelopeSender where a bounce goes; {@code <>} for a mail that must not bounce
 * @param recipients each address once, those that the mail does not name too
 * @param bytes the whole mail
 */
public record Letter(String messageId, String envelopeSender, List<String> recipients, byte[] bytes) {}
