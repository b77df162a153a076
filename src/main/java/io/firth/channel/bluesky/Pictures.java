package io.firth.channel.bluesky;

import java.io.IOException;

/** Where pictures of posts are fetched from: anywhere, since the network names their addresses. Blocks. */
interface Pictures {

    /** The bytes of an image, of a bounded size. */
    byte[] fetch(String address) throws IOException;
}
