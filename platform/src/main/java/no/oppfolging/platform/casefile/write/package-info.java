/** How reads come into the log. */
package no.oppfolging.platform.casefile.write;
