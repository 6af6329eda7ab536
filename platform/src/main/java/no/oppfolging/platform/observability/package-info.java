/** What operations see: whether a service can do its duty, and which trace a request belongs to. */
package no.oppfolging.platform.observability;
