package io.firth.channel.bluesky;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The posts that stand in conversations. Blocks. */
interface Archive {

    /** Of these names of posts and threads, those that a conversation has, with its customer. */
    Map<String, Customer> known(UUID account, List<String> names);

    /** @param did of whoever began the conversation */
    record Customer(String did, String name) {}

    /** The posts of the conversations that are not finished and saw something lately, the liveliest first. */
    List<Kept> unfinished(UUID account);

    /** @param versions the cids in which we have it; empty for what we wrote */
    record Kept(String uri, Set<String> versions) {}
}
