package io.firth.channel.email.mime;

/** Paragraphs put together again that were sent as short lines: {@code format=flowed} (RFC 3676). */
final class Flowed {

    private Flowed() {}

    static String unfold(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String words = unstuffed(line.substring(depth));
            if (openDepth != depth) {
                if (openDepth >= 0) {
                    out.append('\n');
                }
                out.append(">".repeat(depth)).append(depth > 0 && !words.isEmpty() ? " " : "");
            }
            boolean flows = words.endsWith(" ") && !words.equals("-- ");
            out.append(flows && deleteSpace ? words.substring(0, words.length() - 1) : words);
            openDepth = flows ? depth : -1;
            if (!flows) {
                out.append('\n');
            }
        }
        if (openDepth < 0 && !out.isEmpty()) {
            out.setLength(out.length() - 1);
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') {
            depth++;
        }
        return depth;
    }

    private static String unstuffed(String line) {
        return line.startsWith(" ") ? line.substring(1) : line;
    }
}
