/** The whole product in one JVM, with the servers it needs and the people who try it. */
package no.oppfolging.local;
