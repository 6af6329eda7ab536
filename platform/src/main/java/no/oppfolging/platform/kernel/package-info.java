/** The words every domain shares; pure Java, and the only part of the platform a domain may see. */
package no.oppfolging.platform.kernel;
