package no.oppfolging.notifications.domain;

import static no.oppfolging.notifications.domain.NoticeExample.oslo;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendingWindowTest {
    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2026-03-09T09:00", "2026-03-09T19:59:59.999999", "2026-03-14T12:00"})
    void is_open_from_nine_until_eight_in_the_evening_on_mondays_to_saturdays(String open) {
        assertThat(SendingWindow.isOpen(oslo(open))).isTrue();
        assertThat(SendingWindow.next(oslo(open))).isEqualTo(oslo(open));
    }

    @ParameterizedTest(name = "{0} waits for {1}")
    @CsvSource({
        "2026-03-09T08:59:59.999999, 2026-03-09T09:00",
        "2026-03-09T00:00, 2026-03-09T09:00",
        "2026-03-09T20:00, 2026-03-10T09:00",
        "2026-03-14T20:00, 2026-03-16T09:00",
        "2026-03-15T12:00, 2026-03-16T09:00"
    })
    void is_closed_at_night_and_on_sundays(String closed, String opening) {
        assertThat(SendingWindow.isOpen(oslo(closed))).isFalse();
        assertThat(SendingWindow.next(oslo(closed))).isEqualTo(oslo(opening));
    }

    @ParameterizedTest(name = "{0} waits for {1}")
    @CsvSource({
        "2025-12-31T20:00, 2026-01-02T09:00",
        "2026-04-01T20:00, 2026-04-04T09:00",
        "2026-04-02T12:00, 2026-04-04T09:00",
        "2026-04-03T12:00, 2026-04-04T09:00",
        "2026-04-04T20:00, 2026-04-07T09:00",
        "2026-04-06T12:00, 2026-04-07T09:00",
        "2026-05-01T12:00, 2026-05-02T09:00",
        "2026-05-14T12:00, 2026-05-15T09:00",
        "2027-05-17T12:00, 2027-05-18T09:00",
        "2026-05-24T12:00, 2026-05-26T09:00",
        "2026-05-25T12:00, 2026-05-26T09:00"
    })
    void is_closed_on_public_holidays(String closed, String opening) {
        assertThat(SendingWindow.next(oslo(closed))).isEqualTo(oslo(opening));
    }

    @Test
    void is_closed_from_the_evening_before_christmas_eve_until_after_christmas() {
        // 24 December 2026 is a Thursday, so Sunday follows the 26th.
        assertThat(SendingWindow.next(oslo("2026-12-23T20:00"))).isEqualTo(oslo("2026-12-28T09:00"));
        assertThat(SendingWindow.next(oslo("2026-12-24T09:00"))).isEqualTo(oslo("2026-12-28T09:00"));
        assertThat(SendingWindow.isOpen(oslo("2026-12-31T12:00"))).isTrue();
    }

    @Nested
    class Keeps_norwegian_time {
        @Test
        void when_the_clocks_go_forward() {
            // Sunday 29 March 2026 has 23 hours.
            assertThat(SendingWindow.next(Instant.parse("2026-03-28T19:00:00Z")))
                    .isEqualTo(Instant.parse("2026-03-30T07:00:00Z"));
        }

        @Test
        void when_the_clocks_go_back() {
            // Sunday 25 October 2026 has 25 hours.
            assertThat(SendingWindow.next(Instant.parse("2026-10-24T18:00:00Z")))
                    .isEqualTo(Instant.parse("2026-10-26T08:00:00Z"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2011-04-24", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2285-03-22"})
    void knows_easter(LocalDate easter) {
        assertThat(PublicHolidays.easter(easter.getYear())).isEqualTo(easter);
    }

    @Test
    void knows_the_twelve_public_holidays_of_2026() {
        assertThat(LocalDate.of(2026, 1, 1).datesUntil(LocalDate.of(2027, 1, 1)).filter(PublicHolidays::include))
                .containsExactly(
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 4, 2),
                        LocalDate.of(2026, 4, 3),
                        LocalDate.of(2026, 4, 5),
                        LocalDate.of(2026, 4, 6),
                        LocalDate.of(2026, 5, 1),
                        LocalDate.of(2026, 5, 14),
                        LocalDate.of(2026, 5, 17),
                        LocalDate.of(2026, 5, 24),
                        LocalDate.of(2026, 5, 25),
                        LocalDate.of(2026, 12, 25),
                        LocalDate.of(2026, 12, 26));
    }
}
