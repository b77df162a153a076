package io.firth.http.foreign;

/** Text made fit for storage and display: what a sender may put in a mail and nobody wants to keep. */
public final class Clean {

    private static final int LONGEST_NAME = 180;

    private Clean() {}

    /** Without NUL and other control characters, lone surrogates replaced, lines ended by a line feed. */
    public static String text(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r') {
                if (i + 1 >= raw.length() || raw.charAt(i + 1) != '\n') {
                    out.append('\n');
                }
            } else if (Character.isHighSurrogate(c)) {
                if (i + 1 < raw.length() && Character.isLowSurrogate(raw.charAt(i + 1))) {
                    out.append(c).append(raw.charAt(++i));
                } else {
                    out.append('\uFFFD');
                }
            } else if (Character.isLowSurrogate(c)) {
                out.append('\uFFFD');
            } else if (c == '\n' || c == '\t' || (c >= ' ' && c != 0x7F && c != '\uFEFF')) {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** One line: white space of any kind becomes one space. */
    public static String line(String raw) {
        String text = text(raw);
        StringBuilder out = new StringBuilder(text.length());
        boolean space = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c)) {
                space = out.length() > 0;
            } else {
                if (space) {
                    out.append(' ');
                    space = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    /** A file's name: no path, nothing invisible, nothing that turns the reading direction, not too long. */
    public static String fileName(String raw) {
        String line = line(raw);
        int slash = Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\'));
        StringBuilder out = new StringBuilder();
        line.substring(slash + 1).codePoints().filter(Clean::isVisible).forEach(out::appendCodePoint);
        String name = out.toString().strip();
        while (name.startsWith(".")) {
            name = name.substring(1);
        }
        return name.length() <= LONGEST_NAME ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        String start = name.substring(0, LONGEST_NAME - ending.length());
        return text(start).replace("\uFFFD", "") + ending;
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> false;
            default -> c != '<' && c != '>' && c != ':' && c != '"' && c != '|' && c != '?' && c != '*';
        };
    }
}
