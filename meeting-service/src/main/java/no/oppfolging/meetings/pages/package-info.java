/** Meetings as people see them in a browser; works without JavaScript. */
package no.oppfolging.meetings.pages;
