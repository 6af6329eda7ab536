package no.oppfolging.local.past;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.local.company.HrOffice;
import no.oppfolging.local.past.Deed.ConversationEntered;
import no.oppfolging.local.past.Deed.ConversationHeld;
import no.oppfolging.local.past.Deed.ConversationPlanned;
import no.oppfolging.local.past.Deed.FollowUpOpened;
import no.oppfolging.local.past.Deed.MeetingHeld;
import no.oppfolging.local.past.Deed.MeetingMoved;
import no.oppfolging.local.past.Deed.MeetingSummoned;
import no.oppfolging.platform.kernel.LegalDay;
import org.junit.jupiter.api.Test;

class DeedsTest {
    private static final LocalTime MORNING = LocalTime.of(10, 0);
    private static final Period EVERY_FIFTH_DAY = Period.ofDays(5);

    private static final Set<String> WITHOUT_ABSENCE = Deeds.ALL.stream()
            .filter(FollowUpOpened.class::isInstance)
            .map(Deed::employee)
            .collect(Collectors.toSet());

    /** On all days of the week, some with Christmas or Easter just before. */
    private static Stream<Days> days() {
        var first = LocalDate.of(2026, 1, 1);
        return first.datesUntil(first.plusYears(2), EVERY_FIFTH_DAY).map(Days::new);
    }

    @Test
    void are_done_one_working_day_after_another_and_all_before_today() {
        assertThat(Deeds.ALL).extracting(Deed::day).isSubsetOf(Past.DAYS);
        assertThat(days())
                .allSatisfy(days -> assertThat(Past.DAYS.stream().map(days::atWork))
                        .isSorted()
                        .doesNotHaveDuplicates()
                        .allMatch(date -> date.isBefore(days.today())));
    }

    @Test
    void are_about_those_who_are_away_and_hr_has_told_so_by_then() {
        assertThat(days()).allSatisfy(days -> {
            var office = new HrOffice("http://localhost/issuer", days.today(), Instant.EPOCH);
            for (var day : Past.DAYS) {
                assertThat(Deeds.on(day).stream()
                                .filter(deed -> !WITHOUT_ABSENCE.contains(deed.employee()))
                                .map(deed ->
                                        office.employmentOf(deed.employee()).toString()))
                        .isSubsetOf(told(office, days.count(days.atWork(day))));
            }
        });
    }

    private static Set<String> told(HrOffice office, int upTo) {
        return office.happenings(Integer.MIN_VALUE, upTo).stream()
                .map(message -> message.employment().toString())
                .collect(Collectors.toSet());
    }

    @Test
    void summon_people_to_days_to_come_and_hold_meetings_on_days_that_have_come() {
        assertThat(days()).allSatisfy(days -> {
            for (var deed : Deeds.ALL) {
                var now = days.atWork(deed.day(), MORNING);
                switch (deed) {
                    case MeetingSummoned summon ->
                        assertThat(days.atWork(summon.on(), summon.at())).isAfter(now);
                    case MeetingMoved move ->
                        assertThat(days.atWork(move.on(), move.at())).isAfter(now);
                    case ConversationPlanned plan ->
                        assertThat(days.atWork(plan.on(), plan.at())).isAfter(now);
                    case ConversationHeld hold ->
                        assertThat(days.atWork(hold.on())).isBeforeOrEqualTo(LegalDay.of(now));
                    case ConversationEntered enter ->
                        assertThat(days.atWork(enter.on())).isBeforeOrEqualTo(LegalDay.of(now));
                    case MeetingHeld hold -> assertThat(days.atWork(hold.on())).isBeforeOrEqualTo(LegalDay.of(now));
                    default -> {}
                }
            }
        });
    }
}
