package io.firth.channel.bluesky.xrpc;

import org.jspecify.annotations.Nullable;

/**
 * Who somebody is.
 *
 * @param did the identity itself, which never changes
 * @param handle the name by which it is reached now
 * @param displayName what it calls itself
 */
public record Profile(
        String did, @Nullable String handle, @Nullable String displayName) {}
