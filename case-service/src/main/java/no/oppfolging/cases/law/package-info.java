/** The law as dated files (regelsett), read once at start; a new law is a new file. What they mean is the domain's. */
package no.oppfolging.cases.law;
