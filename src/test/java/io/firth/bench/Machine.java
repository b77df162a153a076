package io.firth.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** On what it was measured. */
record Machine(Map<String, Object> facts, String commit) {

    private static final int FLUSHES = 200;
    private static final int BLOCK = 8192;

    static Machine here(Path folder) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("cores", Runtime.getRuntime().availableProcessors());
        facts.put("memory_mb", memory() >> 20);
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("jdk", System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"));
        facts.put("fsyncs_a_second", Math.round(flushesASecond(folder)));
        facts.put("load_at_start", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return new Machine(facts, commitHere());
    }

    Machine with(String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Machine(more, commit);
    }

    private static long memory() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof com.sun.management.OperatingSystemMXBean own ? own.getTotalMemorySize() : 0;
    }

    /** How often a second a page can be made to last where the product keeps its database. */
    private static double flushesASecond(Path folder) {
        Path file = folder.resolve("flushes");
        try {
            Files.createDirectories(folder);
            try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                long began = System.nanoTime();
                for (int i = 0; i < FLUSHES; i++) {
                    channel.write(ByteBuffer.allocate(BLOCK), 0);
                    channel.force(false);
                }
                return FLUSHES / ((System.nanoTime() - began) / 1e9);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String commitHere() {
        try {
            var git = new ProcessBuilder("git", "describe", "--always", "--dirty").start();
            return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException none) {
            return "unknown";
        }
    }
}
