package io.firth.channel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account as people see it.
 *
 * @param state {@code active} or {@code paused}
 * @param sending {@code relay}, or {@code captured} where what is sent is kept as files
 * @param signature what stands under its replies, null for none
 * @param settings for administrators only, otherwise empty
 * @param secrets the names of those that are set
 */
record AccountView(
        UUID id,
        String channel,
        String name,
        String address,
        List<String> accepts,
        String state,
        String sending,
        @Nullable String signature,
        Map<String, String> settings,
        Set<String> secrets,
        Limits limits,
        Health health) {}
