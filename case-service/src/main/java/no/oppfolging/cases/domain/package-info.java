/**
 * What the law makes of absences (sykefraværsoppfølging), in plain Java.
 *
 * <p>{@link no.oppfolging.cases.domain.Absences#merge} turns the absences of one employment into courses, and
 * {@link no.oppfolging.cases.domain.Deadlines} counts what the law demands and by when, by the
 * {@link no.oppfolging.cases.domain.RuleSets} in force.
 */
package no.oppfolging.cases.domain;
