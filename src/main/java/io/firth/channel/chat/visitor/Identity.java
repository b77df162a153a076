package io.firth.channel.chat.visitor;

import org.jspecify.annotations.Nullable;

/**
 * Who a site says its visitor is.
 *
 * @param subject the site's own lasting id of the person
 * @param isProvenEmail whether the site has signed the address too
 */
public record Identity(
        String subject, @Nullable String name, @Nullable String email, boolean isProvenEmail) {}
