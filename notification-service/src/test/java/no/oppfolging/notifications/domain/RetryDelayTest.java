package no.oppfolging.notifications.domain;

import static no.oppfolging.notifications.domain.NoticeExample.NOTICE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryDelayTest {
    @ParameterizedTest(name = "after attempt {0}: {1} to {2} minutes")
    @CsvSource({"1, 1, 2", "2, 2, 4", "3, 4, 8", "4, 8, 16", "5, 16, 32", "6, 30, 60", "7, 30, 60", "1000000, 30, 60"})
    void doubles_from_a_minute_to_an_hour(int attempt, int least, int most) {
        LongStream.range(0, 1000)
                .forEach(n -> assertThat(RetryDelay.after(notice(n), attempt))
                        .isGreaterThanOrEqualTo(Duration.ofMinutes(least))
                        .isLessThan(Duration.ofMinutes(most)));
    }

    @Test
    void is_always_the_same_for_the_same_attempt() {
        assertThat(RetryDelay.after(NOTICE, 3)).isEqualTo(RetryDelay.after(NoticeId.of(NOTICE.toString()), 3));
    }

    @Test
    void spreads_notices_that_failed_together() {
        var differentSeconds = LongStream.range(0, 1000)
                .map(n -> RetryDelay.after(notice(n), 6).toSeconds())
                .distinct();
        assertThat(differentSeconds.count()).isGreaterThan(500);
    }

    private static NoticeId notice(long number) {
        return new NoticeId(new UUID(0, number));
    }
}
