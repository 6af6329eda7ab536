package no.oppfolging.cases.pages;

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
            "MeetingNoted",
            "NoticeOrdered",
            "PlanDutyNoted",
            "SendingStarted",
            "StruckMeetingNoted");

    /** Whether only the full history tells it: nothing happened that the people in the case would call an event. */
    public boolean isBookkeeping() {
        return BOOKKEEPING.contains(told.simpleName());
    }

    /** The day it is about, where it sets or judges a deadline. */
    public Optional<LocalDate> due() {
        return told.detail("legalBasis").isEmpty()
                ? Optional.empty()
                : Optional.of(LocalDate.parse(told.detail("due")));
    }
}
