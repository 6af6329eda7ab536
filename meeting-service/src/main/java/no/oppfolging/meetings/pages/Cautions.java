package no.oppfolging.meetings.pages;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.oppfolging.meetings.domain.Appointment;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.WorkingCalendar;
import no.oppfolging.platform.web.WordGuard;

/** What somebody should think over before they send a form. */
public final class Cautions {
    private final WorkingCalendar calendar;
    private final WordGuard guard;
    private final Clock clock;

    public Cautions(WorkingCalendar calendar, WordGuard guard, Clock clock) {
        this.calendar = calendar;
        this.guard = guard;
        this.clock = clock;
    }

    Set<Caution> of(MeetingKind kind, Appointment appointment, Optional<Duty> duty) {
        var day = LegalDay.of(appointment.startsAt());
        var late = duty.filter(it -> it.kind() == kind && it.isOutstanding())
                .filter(it ->
                        day.isAfter(it.dueOn()) && !LegalDay.of(clock.instant()).isAfter(it.dueOn()));
        return Caution.of(Stream.of(
                        when(appointment.isShortNotice(clock.instant()), Caution.SHORT_NOTICE),
                        when(!calendar.isWorkingDay(day), Caution.NO_WORKING_DAY),
                        when(late.isPresent(), Caution.AFTER_DUE_DAY),
                        inText(appointment.place().text()))
                .flatMap(Optional::stream));
    }

    Set<Caution> of(String text) {
        return Caution.of(inText(text).stream());
    }

    private Optional<Caution> inText(String text) {
        return when(!guard.check(text).isEmpty(), Caution.WORDS);
    }

    private static Optional<Caution> when(boolean so, Caution caution) {
        return so ? Optional.of(caution) : Optional.empty();
    }
}
