package io.firth.channel.chat.site;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether there is a page that shows the widget at work. */
@ConfigMapping(prefix = "firth")
public interface DemoConfig {

    /** Whether {@code /demo} shows the first chat account's widget. */
    @WithDefault("true")
    boolean demoPage();
}
