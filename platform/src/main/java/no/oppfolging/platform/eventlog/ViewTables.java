package no.oppfolging.platform.eventlog;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The tables of a view, in the version that is read now or in one that is being written. SQL names them by
 * {@code view.}, such as {@code view.cases}, and never by a version.
 */
public final class ViewTables {
    private static final Pattern OWN = Pattern.compile("\\bview\\.");

    private final JdbcClient jdbc;
    private final StoredPlaces places;
    private final Head head;
    private final Supplier<String> version;
    private final AtomicLong askedAt = new AtomicLong(Long.MAX_VALUE);

    ViewTables(JdbcClient jdbc, Head head, Supplier<String> version) {
        this.jdbc = jdbc;
        this.places = new StoredPlaces(jdbc);
        this.head = head;
        this.version = version;
    }

    /** A statement about them. */
    public StatementSpec sql(String statement) {
        var own = OWN.matcher(statement);
        if (!own.find()) {
            throw new IllegalArgumentException("It names no table of the view: " + statement);
        }
        return jdbc.sql(own.replaceAll(version.get() + "."));
    }

    /**
     * The rows of one of them, to be folded.
     *
     * @param about what the batch is about, by the first column of the key
     */
    public FoldedRows rows(String table, Collection<UUID> about, String... key) {
        return new FoldedRows(this, table, about, List.of(key));
    }

    /**
     * Whether they show all that had happened when this was asked before; at first, all that has happened. Who acts on
     * them by itself asks first.
     */
    public boolean haveCaughtUp() {
        var stands = head.position();
        return places.of(version.get()) >= Math.min(askedAt.getAndSet(stands), stands);
    }
}
