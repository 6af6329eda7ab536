/** Where the operator has views built from nothing and sees how far that has come. */
package no.oppfolging.platform.viewdesk;
