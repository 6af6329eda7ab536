/** The product as people and their programs come to it: over HTTP, through the front door. */
package no.oppfolging.local.visits;
