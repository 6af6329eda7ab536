/** Real servers, for tests and for the whole product on one machine; and the words an aggregate is specified in. */
package no.oppfolging.platform.testing;
