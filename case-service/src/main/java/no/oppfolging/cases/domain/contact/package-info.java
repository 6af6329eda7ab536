/**
 * What the two main parties of a case (hovedaktører) have said to one another: how they keep contact and that they did,
 * what work is possible, and what the employee has asked for. Each case has a stream of its own, beside that of its
 * employment; it begins when somebody first says something.
 */
package no.oppfolging.cases.domain.contact;
