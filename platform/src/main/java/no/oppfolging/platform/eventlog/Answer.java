package no.oppfolging.platform.eventlog;

import java.util.UUID;

/**
 * The durable outcome of a command that was not refused.
 *
 * @param stream the stream that answered
 * @param version the stream's version afterwards, from 1; the {@code ETag}
 * @param position the log's position that a view must have reached to show it
 */
public record Answer(UUID stream, long version, long position) {}
