package io.firth.conversation;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in a text that are yet to be filled, such as <code>{{order}}</code>: macros and suggested replies leave them. */
public final class Slots {

    private static final Pattern SLOT = Pattern.compile("\\{\\{ {0,4}(\\p{L}[\\p{L}\\p{N}_.-]{0,63}) {0,4}}}");

    private Slots() {}

    /** Finds each slot; its first group is the name. */
    public static Matcher matcher(String text) {
        return SLOT.matcher(text);
    }

    /** The names, without braces, in their order, each as often as it occurs. */
    public static List<String> in(String text) {
        return matcher(text).results().map(slot -> slot.group(1)).toList();
    }
}
