/** Time that is handed in, and ids that follow from it; here alone the wall clock is read. */
package no.oppfolging.platform.time;
