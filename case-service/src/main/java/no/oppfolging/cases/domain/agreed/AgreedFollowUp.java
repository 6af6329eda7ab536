package no.oppfolging.cases.domain.agreed;

import java.time.Instant;
import java.util.List;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.CloseFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.ReopenFollowUp;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;

/** A follow-up that two agree on (avtalt oppfølging): one record for each state, each answering every command. */
public sealed interface AgreedFollowUp {
    /** What the command leads to; empty when it is already so. Pure: the time is handed in. */
    List<AgreedFollowUpEvent> decide(AgreedFollowUpCommand command, Instant now);

    /** The state after one more event. Never refuses: what has happened, has happened. */
    default AgreedFollowUp evolve(AgreedFollowUpEvent event) {
        return switch (event) {
            case FollowUpOpened _, FollowUpReopened _ -> new Open();
            case FollowUpClosed _ -> new Closed();
        };
    }

    static AgreedFollowUp none() {
        return new NotOpened();
    }

    /** Nobody has opened it. */
    record NotOpened() implements AgreedFollowUp {
        @Override
        public List<AgreedFollowUpEvent> decide(AgreedFollowUpCommand command, Instant now) {
            return switch (command) {
                case OpenFollowUp open -> List.of(opened(open, now));
                case CloseFollowUp _, ReopenFollowUp _ -> throw new AgreedFollowUpRefused("follow-up-is-not-agreed");
            };
        }

        private static FollowUpOpened opened(OpenFollowUp open, Instant now) {
            if (open.occasion() == Occasion.ON_SICK_LEAVE) {
                throw new AgreedFollowUpRefused("sick-leave-opens-its-own-case");
            }
            return new FollowUpOpened(
                    open.caseId(),
                    open.employmentId(),
                    open.employee(),
                    new PersonalText(open.employee(), open.occasion().name()),
                    LegalDay.of(now));
        }
    }

    /** It goes on. */
    record Open() implements AgreedFollowUp {
        @Override
        public List<AgreedFollowUpEvent> decide(AgreedFollowUpCommand command, Instant now) {
            return switch (command) {
                case OpenFollowUp _, ReopenFollowUp _ -> List.of();
                case CloseFollowUp close -> List.of(new FollowUpClosed(close.caseId(), LegalDay.of(now)));
            };
        }
    }

    /** It has gone on for as long as it was needed; it may be needed again. */
    record Closed() implements AgreedFollowUp {
        @Override
        public List<AgreedFollowUpEvent> decide(AgreedFollowUpCommand command, Instant now) {
            return switch (command) {
                case OpenFollowUp open -> List.of(new FollowUpReopened(open.caseId(), LegalDay.of(now)));
                case CloseFollowUp _ -> List.of();
                case ReopenFollowUp reopen -> List.of(new FollowUpReopened(reopen.caseId(), LegalDay.of(now)));
            };
        }
    }
}
