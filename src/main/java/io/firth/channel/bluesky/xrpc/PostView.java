package io.firth.channel.bluesky.xrpc;

import org.jspecify.annotations.Nullable;

/**
 * A post as the network shows it.
 *
 * @param cid names this version of it
 * @param embed what it carries beside text, with what the network adds: addresses of pictures, words of quoted posts
 */
public record PostView(
        String uri,
        String cid,
        Profile author,
        Post record,
        @Nullable Embed embed) {}
