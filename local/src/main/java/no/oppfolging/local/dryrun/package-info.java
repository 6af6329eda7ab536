/**
 * Tries out a file of HR's messages (prøvekjøring): the cases and deadlines they would make, and what would be refused.
 * The messages come in by the topic's own door and are reckoned by case-service's own domain; nothing is stored, and
 * nobody is told.
 */
package no.oppfolging.local.dryrun;
