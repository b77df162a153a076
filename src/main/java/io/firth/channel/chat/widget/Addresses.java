package io.firth.channel.chat.widget;

import io.firth.channel.chat.site.ChatLimits;
import io.firth.http.ForOtherSites;
import io.firth.http.LargeBody;
import jakarta.inject.Singleton;
import java.util.OptionalLong;

/** The addresses that pages of other sites may ask, and the one that takes files. */
@Singleton
class Addresses implements ForOtherSites, LargeBody {

    static final String WIDGET = "/widget/";

    @Override
    public boolean includes(String path) {
        return path.startsWith(WIDGET)
                || path.startsWith("/widget-assets/")
                || path.equals("/widget.js")
                || path.equals("/live/visitor");
    }

    @Override
    public OptionalLong limit(String path) {
        return path.startsWith(WIDGET) && path.contains("/uploads/")
                ? OptionalLong.of(ChatLimits.LARGEST_FILE)
                : OptionalLong.empty();
    }
}
