package no.oppfolging.cases.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import no.oppfolging.cases.domain.EmploymentFollowUp.Employed;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.AnswerDispute;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.DisputeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExemptDuty;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ExplainLateness;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.ReviewExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RevokeExemption;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DisputeAnswered;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DutyExempted;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionDisputed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionReviewed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.ExemptionRevoked;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.LatenessExplained;
import no.oppfolging.platform.kernel.PersonalText;
import org.jspecify.annotations.Nullable;

/** What people decide about the duties of one case: that one is unnecessary, that it is not, and why one was late. */
record DutyDecisions(Employed employed, FollowUpCase concerned, LocalDate today) {
    /** As long as an employee's words may be. */
    private static final int LONGEST_WORDS = 2000;

    private static final int LONGEST_UNTIL_REVIEW_IN_MONTHS = 12;

    List<EmploymentFollowUpEvent> exempted(ExemptDuty exempt) {
        var stage = exempt.stage();
        var reason = new PersonalText(employed.employee(), exempt.reason().name());
        mustBeFor(stage, exempt.reason());
        var standing = concerned.exemption(stage);
        if (standing.isPresent()) {
            FollowUpRefused.unless(
                    standing.get().saysTheSameAs(reason, exempt.reviewOn()),
                    "exemption-is-already-decided",
                    "stage",
                    stage);
            return List.of();
        }
        mustBeOpen(stage);
        mustBeSoOfTheAbsence(exempt.reason());
        mustBeReviewedInTime(exempt.reason(), exempt.reviewOn());
        return List.of(new DutyExempted(employed.id(), concerned.id(), stage, reason, today, exempt.reviewOn()));
    }

    private void mustBeOpen(Stage stage) {
        var deadline = owed(stage);
        FollowUpRefused.unless(!deadline.is(Outcome.MET), "exemption-after-duty-is-met", "stage", stage);
        FollowUpRefused.unless(
                stage != Stage.PLAN || !concerned.hasPlan(), "exemption-while-there-is-a-plan", "stage", stage);
        FollowUpRefused.unless(
                !deadline.is(Outcome.MISSED) && !today.isAfter(deadline.due()),
                "exemption-after-the-day",
                "day",
                deadline.due());
        FollowUpRefused.unless(deadline.is(Outcome.OPEN), "exemption-of-nothing-owed", "stage", stage);
    }

    private static void mustBeFor(Stage stage, ExemptionReason reason) {
        FollowUpRefused.unless(reason.stage() == stage, "exemption-reason-is-for-another-duty", "stage", stage);
    }

    /** Nobody is partly at work already who is wholly away, today and on the due day alike. */
    private void mustBeSoOfTheAbsence(ExemptionReason reason) {
        var stage = reason.stage();
        FollowUpRefused.unless(
                !reason.isOfThePartlyAway()
                        || isPartlyAwayOn(today)
                        || isPartlyAwayOn(owed(stage).due()),
                "exemption-of-somebody-wholly-away",
                "stage",
                stage);
    }

    private boolean isPartlyAwayOn(LocalDate day) {
        return employed.courses(day).stream().anyMatch(course -> course.isPartlyAwayOn(day));
    }

    private void mustBeReviewedInTime(ExemptionReason reason, @Nullable LocalDate reviewOn) {
        FollowUpRefused.unless(
                reviewOn != null || !reason.needsReview(), "exemption-needs-a-review-date", "stage", reason.stage());
        FollowUpRefused.unless(
                reviewOn == null
                        || (reviewOn.isAfter(today)
                                && !reviewOn.isAfter(today.plusMonths(LONGEST_UNTIL_REVIEW_IN_MONTHS))),
                "exemption-review-is-not-within-a-year",
                "day",
                Objects.requireNonNullElse(reviewOn, today));
    }

    /** Still unnecessary, perhaps for another reason, until the next look at it. */
    List<EmploymentFollowUpEvent> reviewed(ReviewExemption review) {
        var stage = review.stage();
        mustBeFor(stage, review.reason());
        var reason = new PersonalText(employed.employee(), review.reason().name());
        var standing = concerned.exemption(stage);
        FollowUpRefused.unless(standing.isPresent(), "exemption-does-not-stand", "stage", stage);
        var isTheSame = standing.filter(known -> known.saysTheSameAs(reason, review.reviewOn()))
                .isPresent();
        if (isTheSame && !concerned.isDisputed(stage)) {
            return List.of();
        }
        mustBeSoOfTheAbsence(review.reason());
        mustBeReviewedInTime(review.reason(), review.reviewOn());
        return List.of(new ExemptionReviewed(employed.id(), concerned.id(), stage, reason, today, review.reviewOn()));
    }

    List<EmploymentFollowUpEvent> revoked(RevokeExemption revoke) {
        var stage = revoke.stage();
        if (concerned.exemption(stage).isEmpty()) {
            FollowUpRefused.unless(concerned.wasExempt(stage), "exemption-does-not-stand", "stage", stage);
            return List.of();
        }
        return List.of(new ExemptionRevoked(employed.id(), concerned.id(), stage, today));
    }

    List<EmploymentFollowUpEvent> disputed(DisputeExemption dispute) {
        FollowUpRefused.unless(
                concerned.exemption(dispute.stage()).isPresent(), "exemption-does-not-stand", "stage", dispute.stage());
        var length = dispute.words().text().strip().length();
        FollowUpRefused.unless(length > 0 && length <= LONGEST_WORDS, "dispute-needs-words", "most", LONGEST_WORDS);
        return List.of(new ExemptionDisputed(
                employed.id(),
                concerned.id(),
                dispute.stage(),
                new PersonalText(employed.employee(), dispute.words().text().strip()),
                today));
    }

    List<EmploymentFollowUpEvent> answered(AnswerDispute answer) {
        FollowUpRefused.unless(
                concerned.exemption(answer.stage()).isPresent(), "exemption-does-not-stand", "stage", answer.stage());
        var words = answer.words().text().strip();
        FollowUpRefused.unless(
                !words.isEmpty() && words.length() <= LONGEST_WORDS, "answer-needs-words", "most", LONGEST_WORDS);
        return concerned.isDisputed(answer.stage())
                ? List.of(new DisputeAnswered(
                        employed.id(),
                        concerned.id(),
                        answer.stage(),
                        new PersonalText(employed.employee(), words),
                        today))
                : List.of();
    }

    List<EmploymentFollowUpEvent> explained(ExplainLateness explain) {
        var deadline = owed(explain.stage());
        FollowUpRefused.unless(deadline.is(Outcome.MISSED), "nothing-late-to-explain", "stage", explain.stage());
        FollowUpRefused.unless(
                explain.reason().isFor(explain.stage()), "explanation-is-for-another-duty", "stage", explain.stage());
        return deadline.explanation() == explain.reason()
                ? List.of()
                : List.of(new LatenessExplained(
                        employed.id(), concerned.id(), explain.stage(), deadline.due(), explain.reason(), today));
    }

    private FollowedDeadline owed(Stage stage) {
        var deadline = concerned.deadlines().get(stage);
        if (deadline == null) {
            throw new FollowUpRefused("no-such-deadline", Map.of("stage", stage.name()));
        }
        return deadline;
    }
}
