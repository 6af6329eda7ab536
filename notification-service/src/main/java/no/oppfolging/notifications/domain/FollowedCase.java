package no.oppfolging.notifications.domain;

import java.util.List;
import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseFollowed;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseJoined;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseResumed;
import no.oppfolging.notifications.domain.FollowedCaseRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;

/** A case whose notices are kept here, as news has told of it: one record for each state it can be in. */
public sealed interface FollowedCase {
    /** What the command leads to; empty when it is already so. */
    List<FollowedCaseEvent> decide(FollowedCaseCommand command);

    /** The state after one more event. Never refuses: what has happened, has happened. */
    FollowedCase evolve(FollowedCaseEvent event);

    static FollowedCase unknown() {
        return new NotFollowed();
    }

    /** Nothing has been heard of it. */
    record NotFollowed() implements FollowedCase {
        @Override
        public List<FollowedCaseEvent> decide(FollowedCaseCommand command) {
            return switch (command) {
                case FollowCase follow ->
                    List.of(new CaseFollowed(follow.caseId(), follow.employmentId(), follow.employee()));
                case JoinCase _, ResumeCase _ -> throw new FollowedCaseRefused(Rule.CASE_IS_NOT_FOLLOWED_YET);
            };
        }

        @Override
        public FollowedCase evolve(FollowedCaseEvent event) {
            return event instanceof CaseFollowed e ? new Followed(e) : this;
        }
    }

    /** It has been opened. */
    record Followed(CaseFollowed as) implements FollowedCase {
        @Override
        public List<FollowedCaseEvent> decide(FollowedCaseCommand command) {
            return switch (command) {
                case FollowCase again -> again(again);
                case JoinCase join -> List.of(new CaseJoined(join.caseId(), join.survivor()));
                case ResumeCase _ -> List.of();
            };
        }

        @Override
        public FollowedCase evolve(FollowedCaseEvent event) {
            return event instanceof CaseJoined e ? new Joined(this, e.survivor()) : this;
        }

        private List<FollowedCaseEvent> again(FollowCase again) {
            if (!again.employmentId().equals(as.employmentId())
                    || !again.employee().equals(as.employee())) {
                throw new FollowedCaseRefused(Rule.CASE_BELONGS_TO_ANOTHER_EMPLOYMENT);
            }
            return List.of();
        }
    }

    /** It has become part of another; its own notices stay its own. */
    record Joined(Followed until, CaseId survivor) implements FollowedCase {
        @Override
        public List<FollowedCaseEvent> decide(FollowedCaseCommand command) {
            return switch (command) {
                case FollowCase again -> until.decide(again);
                case JoinCase join -> join.survivor().equals(survivor) ? List.of() : until.decide(join);
                case ResumeCase resume -> List.of(new CaseResumed(resume.caseId()));
            };
        }

        @Override
        public FollowedCase evolve(FollowedCaseEvent event) {
            return switch (event) {
                case CaseFollowed _ -> this;
                case CaseJoined e -> new Joined(until, e.survivor());
                case CaseResumed _ -> until;
            };
        }
    }
}
