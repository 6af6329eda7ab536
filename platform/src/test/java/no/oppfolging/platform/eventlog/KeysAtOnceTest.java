package no.oppfolging.platform.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class KeysAtOnceTest {
    private final ConcurrentLinkedQueue<String> dealtWith = new ConcurrentLinkedQueue<>();

    @Test
    void are_dealt_with_each_in_order() {
        KeysAtOnce.each(List.of(List.of("a1", "a2", "a3"), List.of("b1", "b2")), dealtWith::add);

        assertThat(dealtWith).hasSize(5).containsSubsequence("a1", "a2", "a3").containsSubsequence("b1", "b2");
    }

    @Test
    @Timeout(10)
    void do_not_wait_for_each_other() {
        var secondIsDealtWith = new CountDownLatch(1);

        KeysAtOnce.each(List.of(List.of("first"), List.of("second")), key -> {
            if (key.equals("first")) {
                awaitThat(secondIsDealtWith);
            }
            dealtWith.add(key);
            if (key.equals("second")) {
                secondIsDealtWith.countDown();
            }
        });

        assertThat(dealtWith).containsExactly("second", "first");
    }

    @Test
    void hide_no_failure() {
        assertThatThrownBy(() -> KeysAtOnce.each(List.of(List.of("well"), List.of("ill")), key -> {
                    if (key.equals("ill")) {
                        throw new IllegalStateException("the database is away");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the database is away");
    }

    private static void awaitThat(CountDownLatch latch) {
        try {
            assertThat(latch.await(5, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
