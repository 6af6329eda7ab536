package no.oppfolging.cases.automation;

import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.inbox.HrNews.AbsenceReported;
import no.oppfolging.cases.inbox.HrNews.AbsenceWithdrawn;
import no.oppfolging.cases.inbox.HrNews.EmploymentEnded;
import no.oppfolging.cases.inbox.HrNews.EmploymentTold;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.messaging.BrokenRule;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.Outcome;

/** What each message of HR's system asks of the follow-up, from the topic and from a file alike. */
public final class HrCommands {
    private HrCommands() {}

    public static EmploymentFollowUpCommand of(Message message) {
        return switch (message.type().name()) {
            case "EmploymentStarted", "EmploymentChanged" -> noted(message.as(EmploymentTold.class));
            case "EmploymentEnded" -> ended(message.as(EmploymentEnded.class));
            case "AbsenceReported" -> reported(message.as(AbsenceReported.class), message);
            case "AbsenceWithdrawn" -> withdrawn(message.as(AbsenceWithdrawn.class));
            default -> throw new IllegalArgumentException("Not asked for: " + message.type());
        };
    }

    /** What becomes of a message whose command was refused: for now it waits, for good it is refused too. */
    public static Outcome refused(Refusal refusal) {
        return refusal.isForNow() ? Outcome.waits(refusal.rule()) : new Outcome.Refused(broken(refusal));
    }

    /** The rule that a message breaks, and where: in the field that the refusal names, if it names one. */
    public static BrokenRule broken(Refusal refusal) {
        var field = refusal.arguments().get("field");
        return field == null ? broken(refusal.rule()) : new BrokenRule("/data/" + field, refusal.rule());
    }

    /** The place in a message that a rule of the follow-up speaks of. */
    public static BrokenRule broken(String rule) {
        var field = switch (rule) {
            case "employment-not-known-yet" -> "/employmentId";
            case "employment-has-another-employee" -> "/person/personId";
            case "absence-not-known-yet" -> "/absenceId";
            case "absence-revision-reused" -> "/revision";
            case "absence-ends-before-it-begins", "absence-needs-an-end" -> "/to";
            case "absence-grade-out-of-range" -> "/grade";
            default -> "";
        };
        return new BrokenRule("/data" + field, rule);
    }

    private static NoteEmployment noted(EmploymentTold told) {
        return new NoteEmployment(
                new EmploymentId(told.employmentId()),
                told.revision(),
                new PersonId(told.person().personId()));
    }

    private static NoteEmploymentEnd ended(EmploymentEnded ended) {
        return new NoteEmploymentEnd(new EmploymentId(ended.employmentId()), ended.revision(), ended.lastDay());
    }

    private static RegisterAbsence reported(AbsenceReported reported, Message message) {
        return new RegisterAbsence(
                new EmploymentId(reported.employmentId()),
                reported.absenceId(),
                reported.revision(),
                kind(reported.kind()),
                reported.from(),
                reported.to().orElse(null),
                reported.grade().orElse(null),
                message.time());
    }

    /** The contract's words; ours are lasting too, and one of them is another. */
    private static AbsenceKind kind(String told) {
        return told.equals("SELF_CERTIFIED") ? AbsenceKind.SELF_CERTIFICATION : AbsenceKind.valueOf(told);
    }

    private static WithdrawAbsence withdrawn(AbsenceWithdrawn withdrawn) {
        return new WithdrawAbsence(
                new EmploymentId(withdrawn.employmentId()), withdrawn.absenceId(), withdrawn.revision());
    }
}
