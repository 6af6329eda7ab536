/**
 * Follow-up that two agree on (avtalt oppfølging): before an absence, so that there may be none, or after one, for as
 * long as it takes. It has no deadlines of the law; all else that can be done in a case can be done in it.
 */
package no.oppfolging.cases.domain.agreed;
