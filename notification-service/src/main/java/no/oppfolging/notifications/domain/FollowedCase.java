package no.oppfolging.notifications.domain;

import java.util.List;
import java.util.function.Function;
import no.oppfolging.notifications.domain.FollowedCaseCommand.FollowCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.JoinCase;
import no.oppfolging.notifications.domain.FollowedCaseCommand.ResumeCase;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseFollowed;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseJoined;
import no.oppfolging.notifications.domain.FollowedCaseEvent.CaseResumed;
import no.oppfolging.notifications.domain.FollowedCaseRefused.Rule;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.ToldAt;

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
            return event instanceof CaseFollowed e ? new Followed(e, ToldAt.BEFORE_ALL) : this;
        }
    }

    /**
     * It has been opened.
     *
     * @param heard the latest news of whether it stands by itself: other cases' news of that may come late
     */
    record Followed(CaseFollowed as, ToldAt heard) implements FollowedCase {
        @Override
        public List<FollowedCaseEvent> decide(FollowedCaseCommand command) {
            return switch (command) {
                case FollowCase again -> again(again);
                case JoinCase join ->
                    heeding(join.toldAt(), told -> new CaseJoined(join.caseId(), join.survivor(), told));
                case ResumeCase resume -> heeding(resume.toldAt(), told -> new CaseResumed(resume.caseId(), told));
            };
        }

        @Override
        public FollowedCase evolve(FollowedCaseEvent event) {
            return switch (event) {
                case CaseFollowed _ -> this;
                case CaseJoined e -> new Joined(hearing(e.toldAt()), e.survivor());
                case CaseResumed e -> hearing(e.toldAt());
            };
        }

        /** Also where nothing changes: what was told before this and comes later must not count. */
        private List<FollowedCaseEvent> heeding(ToldAt told, Function<ToldAt, FollowedCaseEvent> event) {
            return told.isAfter(heard) ? List.of(event.apply(told)) : List.of();
        }

        private Followed hearing(ToldAt told) {
            return new Followed(as, told);
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
            return until.decide(command);
        }

        @Override
        public FollowedCase evolve(FollowedCaseEvent event) {
            return switch (event) {
                case CaseFollowed _ -> this;
                case CaseJoined e -> new Joined(until.hearing(e.toldAt()), e.survivor());
                case CaseResumed e -> until.hearing(e.toldAt());
            };
        }
    }
}
