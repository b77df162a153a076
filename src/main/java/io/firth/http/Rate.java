package io.firth.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often each of many clients may do something: a bucket a client that fills up evenly. */
public final class Rate {

    private static final int MOST_CLIENTS = 10_000;
    private static final double NANOS_A_MINUTE = 60e9;

    private final int perMinute;
    private final LongSupplier nanos;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    public Rate(int perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    private record Bucket(double left, long at) {}

    public synchronized boolean mayGo(String client) {
        long now = nanos.getAsLong();
        Bucket bucket = buckets.getOrDefault(client, new Bucket(perMinute, now));
        double left = Math.min(perMinute, bucket.left() + (now - bucket.at()) * perMinute / NANOS_A_MINUTE);
        buckets.put(client, new Bucket(left < 1 ? left : left - 1, now));
        return left >= 1;
    }
}
