/** The one address in front of everything. */
package no.oppfolging.local.frontdoor;
