package io.firth.staff.people;

import java.time.Duration;
import java.util.Locale;

/** What a single-use link is for. */
enum Invitation {
    SETUP(Duration.ofHours(24)),
    INVITATION(Duration.ofDays(7)),
    RESET(Duration.ofHours(24));

    private final Duration life;

    Invitation(Duration life) {
        this.life = life;
    }

    /** The name as in SQL and JSON. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration life() {
        return life;
    }
}
