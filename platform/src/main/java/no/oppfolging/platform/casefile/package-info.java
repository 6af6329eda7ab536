/** What every service keeps of a case it knows, and tells case-service's page of it: what has happened. */
package no.oppfolging.platform.casefile;
