package io.firth.live;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicInteger;

/** What the open pages cost, as figures: how many there are, and the most keys that wait for one of them. */
@Singleton
class Load {

    private final AtomicInteger pages = new AtomicInteger();
    private final AtomicInteger untold = new AtomicInteger();

    Load(MeterRegistry registry) {
        registry.gauge("firth.live.pages", pages);
        registry.gauge("firth.live.untold", untold);
    }

    void note(Collection<Page> open) {
        pages.set(open.size());
        untold.set(open.stream().mapToInt(Page::untold).max().orElse(0));
    }

    int pages() {
        return pages.get();
    }

    int untold() {
        return untold.get();
    }
}
