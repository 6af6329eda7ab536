package no.oppfolging.platform.messagedesk.domain;

/**
 * A message that waits (ventende melding), as whoever decides about it saw it: where it lies and why it waits, never
 * what it says.
 *
 * @param waitsFor the slug of the reason
 */
public record WaitingMessage(MessageRef id, String topic, int partition, long offset, String waitsFor) {}
