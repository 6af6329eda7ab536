package no.oppfolging.cases.automation;

import java.util.Set;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmployment;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.NoteEmploymentEnd;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.WithdrawAbsence;
import no.oppfolging.cases.inbox.HrNews;
import no.oppfolging.cases.inbox.HrNews.AbsenceReported;
import no.oppfolging.cases.inbox.HrNews.AbsenceWithdrawn;
import no.oppfolging.cases.inbox.HrNews.EmploymentEnded;
import no.oppfolging.cases.inbox.HrNews.EmploymentTold;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.messaging.Message;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.messaging.Outcome;

/** When HR's system tells of an employment or an absence, the follow-up of that employment hears it. */
public final class WhenHrTellsFollowUp implements MessageHandler {
    private final Commands commands;

    public WhenHrTellsFollowUp(Commands commands) {
        this.commands = commands;
    }

    @Override
    public String name() {
        return "cases.when-hr-tells-follow-up";
    }

    @Override
    public Set<MessageType> types() {
        return Set.of(
                HrNews.EMPLOYMENT_STARTED,
                HrNews.EMPLOYMENT_CHANGED,
                HrNews.EMPLOYMENT_ENDED,
                HrNews.ABSENCE_REPORTED,
                HrNews.ABSENCE_WITHDRAWN);
    }

    @Override
    public Outcome handle(Message message) {
        return Sending.of(commands, commandOf(message), message, this);
    }

    private static EmploymentFollowUpCommand commandOf(Message message) {
        return switch (message.type().name()) {
            case "EmploymentStarted", "EmploymentChanged" -> noted(message.as(EmploymentTold.class));
            case "EmploymentEnded" -> ended(message.as(EmploymentEnded.class));
            case "AbsenceReported" -> reported(message.as(AbsenceReported.class), message);
            case "AbsenceWithdrawn" -> withdrawn(message.as(AbsenceWithdrawn.class));
            default -> throw new IllegalArgumentException("Not asked for: " + message.type());
        };
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
                AbsenceKind.valueOf(reported.kind()),
                reported.from(),
                reported.to().orElse(null),
                reported.grade().orElse(null),
                message.time());
    }

    private static WithdrawAbsence withdrawn(AbsenceWithdrawn withdrawn) {
        return new WithdrawAbsence(
                new EmploymentId(withdrawn.employmentId()), withdrawn.absenceId(), withdrawn.revision());
    }
}
