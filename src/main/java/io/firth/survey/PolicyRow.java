package io.firth.survey;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "survey_policy")
class PolicyRow {

    @Id
    UUID account;

    boolean asks;
    String scale;
    String moment;
    int delayMinutes;

    @Nullable
    Integer reminderDays;

    int quietDays;
    int validDays;

    @Nullable
    String language;

    String[] items;
    Instant changedAt;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    PolicyRow() {}

    private PolicyRow(UUID account, Policy policy) {
        this.account = account;
        asks = policy.asks();
        scale = policy.scale().word();
        moment = policy.moment().word();
        delayMinutes = Math.toIntExact(policy.delay().toMinutes());
        reminderDays = policy.reminderDays();
        quietDays = policy.quietDays();
        validDays = policy.validDays();
        language = policy.language();
        items = policy.items().stream().map(Item::word).sorted().toArray(String[]::new);
        changedAt = Instant.now();
    }

    static PolicyRow of(UUID account, Policy policy) {
        return new PolicyRow(account, policy);
    }

    Policy toDomain() {
        return new Policy(
                asks,
                Scale.of(scale),
                Moment.of(moment),
                Duration.ofMinutes(delayMinutes),
                reminderDays,
                quietDays,
                validDays,
                language,
                Arrays.stream(items).map(Item::of).collect(Collectors.toSet()));
    }
}
