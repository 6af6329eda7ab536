package no.oppfolging.platform.eventlog;

import java.util.function.Function;

/**
 * A view that is grown by folding this service's own log. It has two versions of the same shape, each in a schema of
 * its own ({@code overview_v1}, {@code overview_v2}): one is read and follows the log, the other rests, or is built
 * from nothing to take its place.
 *
 * <p>Its migrations write its tables once for both, with {@code call in_each_version('overview', '…')}.
 *
 * @param name lasting, such as {@code overview}
 * @param projection what writes the rows of one version, into the tables it is handed
 */
public record View(String name, Function<ViewTables, Projection> projection) {}
