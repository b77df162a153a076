package io.firth.survey;

import io.firth.channel.ChannelType;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customers of an account are asked, and how.
 *
 * @param delay from the moment to the question; what changes meanwhile may make it needless
 * @param reminderDays after which who has not answered is reminded, once and by mail; null for never
 * @param quietDays in which nobody is asked twice; 0 to ask after each moment
 * @param validDays for which an answer is taken, and may be changed
 * @param language of who has no known one; null for that of the deployment
 */
public record Policy(
        boolean asks,
        Scale scale,
        Moment moment,
        Duration delay,
        @Nullable Integer reminderDays,
        int quietDays,
        int validDays,
        @Nullable String language,
        Set<Item> items) {

    private static final Duration BY_MAIL = Duration.ofMinutes(30);
    private static final Integer REMINDER_DAYS = 3;
    private static final int QUIET_DAYS = 7;
    private static final int VALID_DAYS = 30;

    public Policy {
        items = Set.copyOf(items);
    }

    /** Of an account that nobody has decided about: it asks nobody. */
    public static Policy of(ChannelType channel) {
        var mail = channel == ChannelType.EMAIL;
        return new Policy(
                false,
                Scale.FACES,
                Moment.RESOLUTION,
                mail ? BY_MAIL : Duration.ZERO,
                mail ? REMINDER_DAYS : null,
                QUIET_DAYS,
                VALID_DAYS,
                null,
                EnumSet.allOf(Item.class));
    }
}
