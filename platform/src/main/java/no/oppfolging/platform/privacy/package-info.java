/** Data keys by subject, case and purpose; personal text at rest; erasure; reads kept. */
package no.oppfolging.platform.privacy;
