package no.oppfolging.meetings.domain;

import java.util.Locale;
import java.util.Map;
import no.oppfolging.platform.kernel.Refusal;

/** A rule about a case's meetings said no. */
public final class MeetingRefused extends Refusal {
    /** The rules, by their lasting names. */
    public enum Rule {
        CASE_IS_NOT_FOLLOWED_YET,
        CASE_BELONGS_TO_ANOTHER_EMPLOYMENT,
        CASE_IS_PART_OF_ANOTHER,
        MEETING_BELONGS_TO_ANOTHER_CASE,
        MEETING_IS_NOT_SUMMONED,
        MEETING_IS_ALREADY_SUMMONED,
        ANOTHER_MEETING_IS_UNFINISHED,
        MEETING_TIME_HAS_PASSED,
        MEETING_IS_TOO_FAR_AHEAD,
        MEETING_ENDS_BEFORE_IT_STARTS,
        MEETING_LASTS_TOO_LONG,
        MEETING_NEEDS_PLACE,
        MEETING_TEXT_IS_TOO_LONG,
        EMPLOYEE_TAKES_PART_IN_DIALOGUE_MEETING,
        MANAGER_TAKES_PART_IN_DIALOGUE_MEETING,
        CONVERSATION_IS_BETWEEN_EMPLOYEE_AND_MANAGER,
        PARTICIPANT_IS_NAMED_TWICE,
        NOTICE_IS_LONG_ENOUGH,
        PURPOSES_ARE_OF_A_CONVERSATION,
        CONVERSATION_HAS_A_PURPOSE,
        CONVERSATION_IS_TOO_LONG_AGO,
        ONLY_WHAT_WAS_ENTERED_IS_STRUCK,
        CONVERSATION_IS_STRUCK,
        MEETING_HAS_NOT_BEGUN,
        MEETING_IS_HELD_BEFORE_ITS_DAY,
        MEETING_IS_HELD_ON_A_DAY_TO_COME,
        MEETING_IS_HELD,
        MEETING_IS_CANCELLED;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    MeetingRefused(Rule rule, Map<String, String> arguments) {
        super(rule.slug(), arguments);
    }

    static void unless(boolean kept, Rule rule) {
        unless(kept, rule, Map.of());
    }

    static void unless(boolean kept, Rule rule, Map<String, String> arguments) {
        if (!kept) {
            throw new MeetingRefused(rule, arguments);
        }
    }
}
