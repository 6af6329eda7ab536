/**
 * What every service keeps of a case it knows and tells case-service's page of it: what has happened, and who has read
 * it. Reads stand here rather than beside the keys in {@code privacy}, since they go through the log, which needs
 * those.
 */
package no.oppfolging.platform.casefile;
