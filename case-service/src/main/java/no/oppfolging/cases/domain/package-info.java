/**
 * What the law makes of absences (sykefraværsoppfølging), in plain Java. To be read in this order:
 *
 * <ol>
 *   <li>{@link no.oppfolging.cases.domain.Absences#merge} turns the absences of one employment into courses, in
 *       whatever order they came; {@link no.oppfolging.cases.domain.Course} carries its own derivation.
 *   <li>{@link no.oppfolging.cases.domain.RuleSets} is the law by date, as the files of {@code no.oppfolging.cases.law}
 *       say it; {@link no.oppfolging.cases.domain.Deadlines} counts by it.
 *   <li>{@link no.oppfolging.cases.domain.EmploymentFollowUp} is the life of one employment: commands, events, states.
 *       A fact comes in; {@link no.oppfolging.cases.domain.CaseReckoning} then brings the cases in line with the
 *       courses, {@link no.oppfolging.cases.domain.DeadlineReckoning} the deadlines with the cases.
 * </ol>
 *
 * <p>The plan and dialogue meeting 1 are deadlines on the stream. The other stages are not: nobody in the house can
 * meet or miss what Nav or the employee owes, and nothing tells yet of a plan sent to the doctor or to Nav. They are
 * read off the rule sets where they are shown; a stage joins the stream with the fact that meets it.
 *
 * <p>What the two main parties say to one another is a stream of its own, {@code domain.contact}; a case they open
 * without an absence another, {@code domain.agreed}.
 *
 * <p>In words, with sources: {@code docs/deadlines.md}.
 */
package no.oppfolging.cases.domain;
