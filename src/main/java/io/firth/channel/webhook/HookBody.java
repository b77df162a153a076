package io.firth.channel.webhook;

import io.firth.http.LargeBody;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** Messages bring their files with them. */
@Singleton
class HookBody implements LargeBody {

    private final long largest;

    HookBody(WebhookConfig config) {
        this.largest = config.maxBody().asLongValue();
    }

    @Override
    public OptionalLong limit(String path) {
        return path.startsWith("/hooks/") ? OptionalLong.of(largest) : OptionalLong.empty();
    }
}
