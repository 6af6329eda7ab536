/** The made-up company the product is tried on. */
package no.oppfolging.local.company;
