package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * The dates an employer has set for itself (arbeidsgivers egne frister), stricter than the law or beside it; nobody
 * breaks the law by missing one.
 */
public record OwnDates(List<OwnDate> all) {

    public OwnDates {
        all = List.copyOf(all);
    }

    /** One of them in a case. */
    public record OwnDay(String name, LocalDate due) {}

    /** On what day each of them falls in a case of an absence. */
    public List<OwnDay> from(LocalDate firstDayOfAbsence) {
        return all.stream()
                .map(own -> new OwnDay(own.name(), own.due(firstDayOfAbsence)))
                .toList();
    }

    /**
     * One of them.
     *
     * @param name as people here call it: {@code Første kontakt}
     * @param days the number of the day of absence by the end of which it is to be done, the first day counted in
     */
    public record OwnDate(String name, int days) {
        public LocalDate due(LocalDate firstDayOfAbsence) {
            return firstDayOfAbsence.plusDays(days - 1L);
        }
    }
}
