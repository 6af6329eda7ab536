package no.oppfolging.local.bench;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds interleaved: every path once in each
 * @param step how long a path runs in a round
 * @param warm how long it runs before the first
 * @param streams that are loaded, decided on and appended to at random
 * @param grown how many events an old log has
 */
record Scale(int rounds, Duration step, Duration warm, int streams, long grown) {
    static final Scale QUICK = new Scale(2, Duration.ofMillis(400), Duration.ofSeconds(1), 4_000, 100_000);
    static final Scale WHOLE = new Scale(5, Duration.ofSeconds(2), Duration.ofSeconds(30), 100_000, 10_000_000);
}
