package io.firth.channel.email.send;

import io.firth.channel.Account;
import java.util.List;

/**
 * A mail ready to go.
 *
 * @param messageId without angle brackets
 * @param envelopeSender where a bounce goes
 * @param recipients each address once
 * @param bytes the whole mail
 */
public record Letter(Account account, String messageId, String envelopeSender, List<String> recipients, byte[] bytes) {}
