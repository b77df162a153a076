package io.firth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** What a process keeps in memory while it works, looked at from time to time. */
final class Memory {

    private static final Pattern USED = Pattern.compile("(?:used|total reserved.*?used) (\\d+)K");

    private final long pid;
    private final List<Long> heaps = new ArrayList<>();
    private final List<Long> residents = new ArrayList<>();

    Memory(long pid) {
        this.pid = pid;
    }

    /** Has it collect all of its garbage, and notes what is left. */
    void look() {
        residents.add(resident());
        jcmd("GC.run");
        heaps.add(heap());
    }

    /** Megabytes of heap in use after a collection, in the order of the looks. */
    List<Long> heaps() {
        return Collections.unmodifiableList(heaps);
    }

    /** Megabytes of real memory, before each look. */
    List<Long> residents() {
        return Collections.unmodifiableList(residents);
    }

    private long resident() {
        try {
            return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException elsewhere) {
            return 0;
        }
    }

    private long heap() {
        var info = jcmd("GC.heap_info");
        var end = info.indexOf("Metaspace");
        return USED.matcher(end < 0 ? info : info.substring(0, end))
                        .results()
                        .mapToLong(each -> Long.parseLong(each.group(1)))
                        .sum()
                / 1024;
    }

    private String jcmd(String command) {
        try {
            var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
            var process = new ProcessBuilder(jcmd, String.valueOf(pid), command).start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
