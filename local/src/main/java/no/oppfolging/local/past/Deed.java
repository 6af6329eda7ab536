package no.oppfolging.local.past;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** One thing that somebody at Fjordlys has done in the case of an employee; days are counted from today. */
sealed interface Deed {
    /** The day, one of {@link Past#DAYS}. */
    int day();

    /** Whose case it is. */
    String employee();

    /** One of the two main parties of a case. */
    enum Party {
        EMPLOYEE,
        LEADER
    }

    /** The leader has begun to write a plan. */
    record PlanDrafted(int day, String employee, PlanWords words) implements Deed {}

    record PlanPresented(int day, String employee, PlanWords words) implements Deed {}

    record PlanSigned(int day, String employee, Party by) implements Deed {}

    /** The version both have just signed goes to the doctor. */
    record PlanGiven(int day, String employee) implements Deed {}

    /** @param measure which of the plan's measures, counted from 1 */
    record MeasureDone(int day, String employee, int measure) implements Deed {}

    /** @param on the day of the conversation */
    record ConversationPlanned(int day, String employee, int on, LocalTime at, List<String> purposes) implements Deed {}

    record ConversationHeld(int day, String employee, int on) implements Deed {}

    /** The two had talked without having planned to. */
    record ConversationEntered(int day, String employee, int on, String form, String occasion, List<String> purposes)
            implements Deed {}

    /** @param on the day of the meeting */
    record MeetingSummoned(int day, String employee, int on, LocalTime at) implements Deed {}

    record MeetingMoved(int day, String employee, int on, LocalTime at) implements Deed {}

    /** The employee does not need to know of the meeting a week before. */
    record NoticeWaived(int day, String employee) implements Deed {}

    record MeetingHeld(int day, String employee, int on) implements Deed {}

    /** @param reviewOn when it is looked at again */
    record DutyExempted(int day, String employee, String stage, String reason, Optional<Integer> reviewOn)
            implements Deed {}

    record LatenessExplained(int day, String employee, String stage, String reason) implements Deed {}

    record ContactProposed(int day, String employee, Party by, String channel, int everyDays) implements Deed {}

    record ContactAgreed(int day, String employee, Party by) implements Deed {}

    /** @param on the day of the contact */
    record ContactLogged(int day, String employee, String channel, int on) implements Deed {}

    record NewsShared(int day, String employee, String news) implements Deed {}

    record WorkAbilityStated(int day, String employee, String can, String cannot) implements Deed {}

    record PossibleWorkDescribed(int day, String employee, String tasks, String adaptations) implements Deed {}

    record RequestMade(int day, String employee, String kind, String reason) implements Deed {}

    record RequestAgreedTo(int day, String employee, String words) implements Deed {}

    /** A follow-up without an absence, which two agree on. */
    record FollowUpOpened(int day, String employee, Party by, String occasion) implements Deed {}
}
