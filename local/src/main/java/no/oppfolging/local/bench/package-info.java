/** Measures the event log beside what bounds it and beside the framework's own engine, in one run. */
package no.oppfolging.local.bench;
