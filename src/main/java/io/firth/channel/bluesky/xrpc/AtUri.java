package io.firth.channel.bluesky.xrpc;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The address of a record, {@code at://did/collection/key} (AT Protocol, "AT URI scheme").
 *
 * @param did whose repository it stands in
 */
public record AtUri(String did, String collection, String key) {

    public static final String POSTS = "app.bsky.feed.post";

    private static final String WHO = "did:[a-z]{1,20}:[A-Za-z0-9._:%-]{1,1000}";
    private static final Pattern DID = Pattern.compile(WHO);
    private static final Pattern URI =
            Pattern.compile("at://(" + WHO + ")/([A-Za-z0-9.-]{1,317})/([A-Za-z0-9._:~-]{1,512})");

    public static boolean isDid(String text) {
        return DID.matcher(text).matches();
    }

    /** Empty where it names no record by the DID of its owner. */
    public static Optional<AtUri> of(String text) {
        var parts = URI.matcher(text);
        return parts.matches()
                ? Optional.of(new AtUri(parts.group(1), parts.group(2), parts.group(3)))
                : Optional.empty();
    }

    public static AtUri post(String did, String key) {
        return new AtUri(did, POSTS, key);
    }

    @Override
    public String toString() {
        return "at://" + did + "/" + collection + "/" + key;
    }
}
