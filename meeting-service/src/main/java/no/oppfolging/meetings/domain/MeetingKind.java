package no.oppfolging.meetings.domain;

import java.util.Optional;
import no.oppfolging.meetings.domain.MeetingRefused.Rule;
import no.oppfolging.platform.kernel.LegalBasis;

/** What kind of meeting (møtetype) it is: only the law's own meets the law's deadline. */
public enum MeetingKind {
    /** The dialogue meeting the employer summons to (dialogmøte 1). */
    DM1,
    /** One of the talks that follow each other between employee and line manager (oppfølgingssamtale). */
    CONVERSATION;

    /** The paragraph that asks for it; none where the two agree on it. */
    public Optional<LegalBasis> basis() {
        return switch (this) {
            case DM1 -> Optional.of(LegalBasis.of("aml § 4-6 (4)"));
            case CONVERSATION -> Optional.empty();
        };
    }

    /** One dialogue meeting at a time, as Nav has it too; conversations may be agreed on one after another. */
    boolean isOneAtATime() {
        return this == DM1;
    }

    Rule needsEmployee() {
        return switch (this) {
            case DM1 -> Rule.EMPLOYEE_TAKES_PART_IN_DIALOGUE_MEETING;
            case CONVERSATION -> Rule.CONVERSATION_IS_BETWEEN_EMPLOYEE_AND_MANAGER;
        };
    }

    Rule needsManager() {
        return switch (this) {
            case DM1 -> Rule.MANAGER_TAKES_PART_IN_DIALOGUE_MEETING;
            case CONVERSATION -> Rule.CONVERSATION_IS_BETWEEN_EMPLOYEE_AND_MANAGER;
        };
    }
}
