package io.firth.channel.email.quote;

import io.firth.channel.email.quote.Phrases.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where another mail begins: “Original Message” between dashes, or a block of From, Sent, To and Subject. */
final class Separator {

    private static final int MOST_HEADER_LINES = 14;
    private static final int MOST_WRAPPED = 2;

    private Separator() {}

    static boolean isAt(List<String> lines, int at) {
        return isOriginal(lines.get(at)) || isHeaderBlock(lines, at);
    }

    private static boolean isOriginal(String line) {
        String text = Line.plain(line);
        if (text.length() > 120 || text.length() < 6) {
            return false;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isMark(text.charAt(from))) {
            from++;
        }
        while (to > from && isMark(text.charAt(to - 1))) {
            to--;
        }
        String words = text.substring(from, to);
        boolean framed = from >= 2 || text.endsWith(":");
        boolean forwardedBy = from >= 2 && words.startsWith("forwarded by ");
        return framed && (Phrases.ORIGINAL.contains(words) || forwardedBy);
    }

    private static boolean isMark(char c) {
        return "-_=#:>—– ".indexOf(c) >= 0;
    }

    private static boolean isHeaderBlock(List<String> lines, int at) {
        if (role(lines.get(at)) == null) {
            return false;
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        boolean address = false;
        int others = 0;
        for (int i = at; i < lines.size() && i < at + MOST_HEADER_LINES; i++) {
            Role role = role(lines.get(i));
            if (role == null && ++others > MOST_WRAPPED) {
                break;
            }
            if (role != null) {
                roles.add(role);
                others = 0;
            }
            address |= lines.get(i).indexOf('@') > 0;
        }
        return roles.contains(Role.FROM) && roles.size() >= 3 && (address || roles.contains(Role.SUBJECT))
                || roles.contains(Role.FROM) && roles.size() == 2 && address && roles.contains(Role.SUBJECT);
    }

    private static @Nullable Role role(String line) {
        int colon = line.length() > Line.LONGEST_PHRASE ? -1 : line.indexOf(':');
        if (colon < 1 || colon > 40) {
            int wide = line.indexOf('：');
            colon = wide > 0 && wide < 40 ? wide : -1;
        }
        return colon < 1 ? null : Phrases.role(Line.plain(line.substring(0, colon)));
    }
}
