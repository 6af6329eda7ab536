/** What a follow-up case's meetings are, and the rules they keep: plain Java, without framework or clock. */
package no.oppfolging.meetings.domain;
