/** The event log: append, read, lasting names, replay; the only place that knows Axon's storage interfaces. */
package no.oppfolging.platform.eventlog;
