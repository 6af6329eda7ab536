/** Real servers, for tests and for the whole product on one machine. */
package no.oppfolging.platform.testing;
