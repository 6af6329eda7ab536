package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReadYourWritesTest {
    @Test
    void waits_until_the_view_shows_it() {
        var shown = new AtomicLong(4);
        var writes = new ReadYourWrites(view -> view.equals("overview_v1") ? shown.getAndIncrement() : 0);
        assertThat(writes.await("overview_v1", 7)).isTrue();
    }

    @Test
    void gives_up_and_says_so_when_the_view_is_far_behind() {
        var writes = new ReadYourWrites(view -> 3);
        assertThat(writes.await("overview_v1", 7, Duration.ofMillis(30))).isFalse();
    }
}
