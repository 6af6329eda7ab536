/**
 * Moving the product's time forward, day by day as it would pass, and seeing that everything that falls due is done.
 */
package no.oppfolging.local.clock;
