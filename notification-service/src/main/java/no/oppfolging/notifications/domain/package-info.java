/** What a notice is, and when it may be sent: plain Java, without framework or clock. */
package no.oppfolging.notifications.domain;
