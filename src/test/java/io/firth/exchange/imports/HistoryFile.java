package io.firth.exchange.imports;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * A history of any length, made as it is written: {@code java HistoryFile.java 1000000 > history.ndjson}. Ten lines a conversation, those of many
 * conversations mixed, the last one first.
 */
public final class HistoryFile {

    private static final int PER_CONVERSATION = 10;
    private static final int MIXED = 1_000;
    private static final Instant BEGIN = Instant.parse("2024-01-01T00:00:00Z");
    private static final String[] WORDS = {
        "parcel", "order", "invoice", "refund", "password", "delivery", "broken", "thanks", "please", "where",
        "colour", "size", "address", "account", "late", "today", "manager", "exchange", "warranty", "card"
    };

    private HistoryFile() {}

    public static void main(String[] args) throws IOException {
        write(
                Integer.parseInt(args[0]),
                new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8));
    }

    /** Conversations come in blocks of a thousand, the latest block first; in a block, all first lines, then all second ones … */
    static void write(int lines, PrintStream out) {
        int conversations = (lines + PER_CONVERSATION - 1) / PER_CONVERSATION;
        int written = 0;
        for (int block = (conversations - 1) / MIXED; block >= 0; block--) {
            for (int step = 0; step < PER_CONVERSATION; step++) {
                int end = Math.min(conversations, (block + 1) * MIXED);
                for (int c = block * MIXED; c < end && written < lines; c++, written++) {
                    out.print(line(c, step));
                    out.print('\n');
                }
            }
        }
        out.flush();
    }

    static String line(int conversation, int step) {
        var at = BEGIN.plusSeconds(600L * conversation + 97L * step);
        var customer =
                "{\"customer\":\"c%d@customer.example\",\"name\":\"Customer %<d\"}".formatted(conversation % 40_000);
        var agent = "{\"agent\":\"agent%d@desk.example\",\"name\":\"Agent %<d\"}".formatted(conversation % 40);
        var rest =
                switch (step) {
                    case 0 ->
                        said(customer, conversation, step)
                                + ",\"channel\":\"email\",\"subject\":\"%s\"".formatted(words(conversation, 4));
                    case 1 ->
                        "\"type\":\"assign\",\"from\":%s,\"agent\":\"agent%d@desk.example\",\"team\":\"Team %d\""
                                .formatted(agent, conversation % 40, conversation % 5);
                    case 2 ->
                        "\"type\":\"label\",\"from\":%s,\"add\":[\"topic %d\"]".formatted(agent, conversation % 20);
                    case 3, 5, 7 -> said(agent, conversation, step);
                    case 4, 6 -> said(customer, conversation, step);
                    case 8 -> "\"type\":\"status\",\"from\":%s,\"status\":\"resolved\"".formatted(agent);
                    default ->
                        "\"type\":\"rating\",\"from\":%s,\"survey\":\"csat\",\"score\":%d"
                                .formatted(customer, 1 + conversation % 5);
                };
        return "{\"id\":\"%d-%d\",\"conversation\":\"zd-%d\",\"at\":\"%s\",%s}"
                .formatted(conversation, step, conversation, at, rest);
    }

    private static String said(String who, int conversation, int step) {
        return "\"type\":\"message\",\"from\":%s,\"text\":\"%s\"".formatted(who, words(31 * conversation + step, 25));
    }

    private static String words(int seed, int many) {
        var text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(i == 0 ? "" : " ")
                    .append(WORDS[Math.floorMod(seed * 7 + i * i * 3 + seed / (i + 1), WORDS.length)]);
        }
        return text.toString();
    }
}
