package no.oppfolging.cases.pages;

import static no.oppfolging.cases.domain.Course.FREE_DAYS_THAT_END_A_COURSE;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import no.oppfolging.cases.read.history.CaseStory;

/** One thing that happened, with the name of who did it; empty where the directory knows none. */
public record Happening(CaseStory.Told told, String by) {
    /** What one service notes of another's news, and the steps of a mail before it is sent. */
    private static final Set<String> BOOKKEEPING = Set.of(
            "AgreedPlanNoted",
            "CaseEnded",
            "CaseFollowed",
            "CaseJoined",
            "CaseReleased",
            "CaseResumed",
            "DialogueMeetingNoted",
            "DutyNoted",
            "EmploymentNoted",
            "GivenPlanNoted",
            "MeetingNoted",
            "NoticeOrdered",
            "PlanDutyNoted",
            "SendingStarted",
            "StruckGivenPlanNoted",
            "StruckMeetingNoted");

    private static final Set<String> OF_AN_ABSENCE = Set.of("AbsenceRegistered", "AbsenceCorrected");

    /** Whether only the full history tells it: nothing happened that the people in the case would call an event. */
    public boolean isBookkeeping() {
        return BOOKKEEPING.contains(told.simpleName());
    }

    /**
     * Whether a case of these days has to do with it. An employment may have been away before, too long ago to matter;
     * a correction is told wherever it moved the absence to.
     */
    public boolean concerns(LocalDate first, Optional<LocalDate> last) {
        if (!told.simpleName().equals("AbsenceRegistered")) {
            return true;
        }
        var endsBefore = until().filter(first.minusDays(FREE_DAYS_THAT_END_A_COURSE)::isAfter)
                .isPresent();
        var beginsAfter = from().flatMap(from -> last.map(day -> day.plusDays(FREE_DAYS_THAT_END_A_COURSE))
                        .filter(from::isAfter))
                .isPresent();
        return !endsBefore && !beginsAfter;
    }

    /** The first day of the absence it tells of. */
    public Optional<LocalDate> from() {
        return dayOfAnAbsence("from");
    }

    /** The last day of the absence it tells of; empty while it is open. */
    public Optional<LocalDate> until() {
        return dayOfAnAbsence("to");
    }

    private Optional<LocalDate> dayOfAnAbsence(String field) {
        return Optional.of(told.detail(field))
                .filter(day -> OF_AN_ABSENCE.contains(told.simpleName()) && !day.isEmpty())
                .map(LocalDate::parse);
    }

    /** The day it is about, where it sets or judges a deadline. */
    public Optional<LocalDate> due() {
        return told.detail("legalBasis").isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(told.detail("due")));
    }
}
