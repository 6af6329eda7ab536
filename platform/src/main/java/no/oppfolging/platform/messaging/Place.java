package no.oppfolging.platform.messaging;

/**
 * Where a message stands in its producer's log.
 *
 * @param previous the position of the message of the same key before it; 0 for the first
 */
public record Place(long position, long previous) {}
