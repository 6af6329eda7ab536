/** What may be decided about a message that waits. */
package no.oppfolging.platform.messagedesk.domain;
