/** The desk where HR and operators see messages that wait or were refused, and decide about those that wait. */
package no.oppfolging.platform.messagedesk;
