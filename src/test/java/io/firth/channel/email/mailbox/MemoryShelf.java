package io.firth.channel.email.mailbox;

import io.firth.channel.RawInput;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A shelf that forgets everything at its end. */
final class MemoryShelf implements Shelf {

    final List<RawInput> taken = new CopyOnWriteArrayList<>();
    final List<String> reasons = new CopyOnWriteArrayList<>();
    final Map<String, String> places = new ConcurrentHashMap<>();

    /** The subjects of what was taken in, in its order. */
    List<String> subjects() {
        return taken.stream().map(MemoryShelf::subject).toList();
    }

    private static String subject(RawInput raw) {
        return new String(raw.bytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("Subject: "))
                .findFirst()
                .orElse("")
                .replace("Subject: ", "");
    }

    @Override
    public Uni<Optional<String>> place(UUID account, String folder) {
        return Uni.createFrom().item(() -> Optional.ofNullable(places.get(folder)));
    }

    @Override
    public Uni<Void> advance(UUID account, String folder, String place) {
        return Uni.createFrom().voidItem().invoke(() -> places.put(folder, place));
    }

    @Override
    public Uni<?> take(RawInput raw, String folder, String place) {
        return advance(raw.account(), folder, place).invoke(() -> taken.add(raw));
    }

    @Override
    public Uni<?> setAside(RawInput raw, String reason, String folder, String place) {
        return advance(raw.account(), folder, place).invoke(() -> reasons.add(reason));
    }
}
