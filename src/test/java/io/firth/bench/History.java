package io.firth.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * A history of any length, made as it is written: {@code java History.java 1000000 > history.ndjson}. Twenty lines a conversation, sixteen of them
 * messages; those of many conversations mixed, the last one first. However many there are, they lie in the same half year, with
 * the same agents, teams, labels and channels.
 *
 * @param first number of its first conversation; two histories without a number in common are told to one product
 */
public record History(int first, int lines) {

    static final Instant BEGIN = Instant.parse("2026-01-05T00:00:00Z");
    static final Duration SPAN = Duration.ofDays(182);
    static final int PER_CONVERSATION = 20;
    static final int MESSAGES = 16;

    /** So many of its lines say what cannot be. */
    public static final int UNFIT = 10;

    private static final int MIXED = 1_000;
    private static final String[] CHANNELS = {"email", "chat", "email", "bluesky"};
    private static final String[] WORDS = {
        "parcel", "order", "invoice", "refund", "password", "delivery", "broken", "thanks", "please", "where",
        "colour", "size", "address", "account", "late", "today", "manager", "exchange", "warranty", "card"
    };

    public static void main(String[] args) throws IOException {
        new History(args.length > 1 ? Integer.parseInt(args[1]) : 0, Integer.parseInt(args[0]))
                .write(new PrintStream(new BufferedOutputStream(System.out), false, StandardCharsets.UTF_8));
    }

    int conversations() {
        return (lines + PER_CONVERSATION - 1) / PER_CONVERSATION;
    }

    /** Conversations come in blocks of a thousand, the latest block first; in a block, all first lines, then all second ones … */
    public void write(PrintStream out) {
        int written = 0;
        for (int block = (conversations() - 1) / MIXED; block >= 0; block--) {
            for (int step = 0; step < PER_CONVERSATION; step++) {
                int end = Math.min(conversations(), (block + 1) * MIXED);
                for (int c = block * MIXED; c < end && written < lines; c++, written++) {
                    out.print(line(c, step));
                    out.print('\n');
                }
            }
        }
        out.flush();
    }

    private String line(int nth, int step) {
        int conversation = first + nth;
        var at = BEGIN.plusMillis(SPAN.toMillis() / conversations() * nth).plusSeconds(after(conversation, step));
        var customer =
                "{\"customer\":\"c%d@customer.example\",\"name\":\"Customer %<d\"}".formatted(conversation % 40_000);
        var agent = "{\"agent\":\"agent%d@desk.example\",\"name\":\"Agent %<d\"}".formatted(conversation % 20);
        var rest =
                switch (step) {
                    case 0 ->
                        said(customer, conversation, step)
                                + ",\"channel\":\"%s\",\"subject\":\"%s\""
                                        .formatted(CHANNELS[conversation % CHANNELS.length], words(conversation, 4));
                    case 1 ->
                        "\"type\":\"assign\",\"from\":%s,\"agent\":\"agent%d@desk.example\",\"team\":\"Team %d\""
                                .formatted(agent, conversation % 20, conversation % 5);
                    case 2 ->
                        "\"type\":\"label\",\"from\":%s,\"add\":[\"topic %d\"]".formatted(agent, conversation % 10);
                    case 18 -> "\"type\":\"status\",\"from\":%s,\"status\":\"resolved\"".formatted(agent);
                    case 19 ->
                        "\"type\":\"rating\",\"from\":%s,\"survey\":\"csat\",\"score\":%d"
                                .formatted(customer, nth < UNFIT ? 9 : 1 + conversation % 5);
                    default -> said(step % 2 == 1 ? agent : customer, conversation, step);
                };
        return "{\"id\":\"%d-%d\",\"conversation\":\"zd-%d\",\"at\":\"%s\",%s}"
                .formatted(conversation, step, conversation, at, rest);
    }

    /** Seconds since the conversation began: waits from minutes to hours, different ones each time. */
    private static long after(int conversation, int step) {
        long seconds = 0;
        for (int s = 1; s <= step; s++) {
            seconds += 30
                    + Math.floorMod((conversation * 31L + s) * 2_654_435_761L >>> 7, 1L << 4 + (conversation + s) % 10);
        }
        return seconds;
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
