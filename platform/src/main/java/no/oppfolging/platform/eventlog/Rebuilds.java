package no.oppfolging.platform.eventlog;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import no.oppfolging.platform.eventlog.Rebuild.State;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Builds versions of views from nothing while the service runs: events are streamed, decoded by all processors while
 * the page before is folded, and written in bulk together with how far that came.
 *
 * <p>The version grows beside the one that is read. When nothing is left to read it becomes the one that is read, by
 * one row, and follows the log from there. One instance builds a version; if it stops, another goes on from the last
 * page. What was begun goes on after a restart; what was paused waits to be told.
 */
public final class Rebuilds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rebuilds.class);
    private static final int PAGE = 5_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final ServiceName service;
    private final JdbcClient jdbc;
    private final DataSource dataSource;
    private final TransactionTemplate transaction;
    private final StoredEvents events;
    private final TokenStore places;
    private final ViewVersions versions;
    private final Followers followers;
    private final Failures failures;
    private final Semaphore asked = new Semaphore(0);
    private volatile boolean running;
    private @Nullable Thread building;

    Rebuilds(
            ServiceName service,
            JdbcClient jdbc,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            StoredEvents events,
            TokenStore places,
            ViewVersions versions,
            Followers followers,
            Failures failures) {
        this.service = service;
        this.jdbc = jdbc;
        this.dataSource = dataSource;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.places = places;
        this.versions = versions;
        this.followers = followers;
        this.failures = failures;
    }

    /** How each view stands; one that is done is read already. */
    public List<Rebuild> all() {
        var head = events.head();
        var begun = jdbc
                .sql("""
                        select view, version, state, position,
                               (position - going_on_from)
                                   / greatest(extract(epoch from changed_at - going_since), 0.001) as rate
                          from view_rebuilds
                        """)
                .query((row, _) -> new Begun(
                        row.getString("view"),
                        row.getString("version"),
                        State.valueOf(row.getString("state")),
                        row.getLong("position"),
                        row.getLong("rate")))
                .list()
                .stream()
                .collect(Collectors.toMap(Begun::view, Function.identity()));
        versions.look();
        return StreamSupport.stream(versions.views().spliterator(), false)
                .map(view -> Optional.ofNullable(begun.get(view))
                        .map(one -> one.towards(head, versions.read(view)))
                        .orElseGet(() -> neverBegun(view, head)))
                .toList();
    }

    /** As it stands in the database. */
    private record Begun(String view, String version, State state, long position, long rate) {
        Rebuild towards(long head, String read) {
            return new Rebuild(view, read, Optional.of(version), state, position, Math.max(head, position), rate);
        }
    }

    private Rebuild neverBegun(String view, long head) {
        return new Rebuild(view, versions.read(view), Optional.empty(), State.NEVER_BEGUN, 0, head, 0);
    }

    /** How a view stands; empty when nothing is called so. */
    public Optional<Rebuild> find(String view) {
        return all().stream().filter(one -> one.view().equals(view)).findFirst();
    }

    private Rebuild of(String view) {
        return find(view).orElseThrow(() -> new IllegalArgumentException("No view is called " + view));
    }

    /** How many events are left to read for a view that is being built; 0 when none is. */
    long left(String view) {
        var rebuild = of(view);
        return rebuild.state().isOver() ? 0 : rebuild.total() - rebuild.done();
    }

    /** Begins from nothing; tells whether it did, which it does not while one is under way. */
    public boolean begin(String view) {
        versions.look();
        var version = versions.notRead(view).name();
        var begun = Boolean.TRUE.equals(transaction.execute(_ -> {
            if (!take(view, version)) {
                return false;
            }
            forgetPlace(version);
            empty(version);
            return true;
        }));
        if (begun) {
            log.info("A view is built from nothing: view={} version={}", view, version);
            asked.release();
        }
        return begun;
    }

    private boolean take(String view, String version) {
        return jdbc.sql("""
                insert into view_rebuilds (view, version, state, position, going_on_from, going_since, changed_at)
                values (:view, :version, 'RUNNING', 0, 0, clock_timestamp(), clock_timestamp())
                on conflict (view) do update
                   set version = excluded.version, state = 'RUNNING', position = 0, going_on_from = 0,
                       going_since = excluded.going_since, changed_at = excluded.changed_at
                 where view_rebuilds.state not in ('RUNNING', 'PAUSED')
                """).param("view", view).param("version", version).update() == 1;
    }

    private void forgetPlace(String version) {
        jdbc.sql("delete from subscriber_places where processor_name = :version")
                .param("version", version)
                .update();
    }

    private void empty(String version) {
        jdbc.sql("""
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                 where table_schema = :version
                """)
                .param("version", version)
                .query(String.class)
                .list()
                .forEach(table -> jdbc.sql("truncate " + table).update());
    }

    /** Lets it rest where it is. */
    public boolean pause(String view) {
        return change(view, "state = 'PAUSED'", State.RUNNING);
    }

    /** Lets it go on from where it rests. */
    public boolean resume(String view) {
        var going = "state = 'RUNNING', going_on_from = position, going_since = clock_timestamp()";
        var changed = change(view, going, State.PAUSED);
        asked.release();
        return changed;
    }

    /** Gives it up; what is read has not been touched. */
    public boolean cancel(String view) {
        return change(view, "state = 'CANCELLED'", State.RUNNING, State.PAUSED);
    }

    private boolean change(String view, String how, State... from) {
        return jdbc.sql("update view_rebuilds set changed_at = clock_timestamp(), " + how
                                + " where view = :view and state in (:from)")
                        .param("view", view)
                        .param("from", Arrays.stream(from).map(Enum::name).toList())
                        .update()
                == 1;
    }

    private void lookUntilStopped() {
        while (running) {
            failures.watchAlone("views", this::look);
            try {
                asked.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                asked.drainPermits();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look() {
        var all = all();
        followers.followWhatIsRead();
        for (var rebuild : all) {
            var follower = rebuild.view() + " (building)";
            if (rebuild.state() == State.RUNNING) {
                failures.watchAlone(follower, () -> buildHere(rebuild));
            } else {
                failures.forget(follower);
            }
        }
    }

    /** Unless another instance does. */
    private void buildHere(Rebuild rebuild) {
        try (var held = dataSource.getConnection()) {
            if (!ask(held, "select pg_try_advisory_lock(hashtext(?))", rebuild.view())) {
                return;
            }
            try {
                build(rebuild.view());
            } finally {
                ask(held, "select pg_advisory_unlock(hashtext(?))", rebuild.view());
            }
        } catch (SQLException e) {
            throw new LogUnavailable(e);
        }
    }

    private static boolean ask(Connection connection, String question, String view) throws SQLException {
        try (var select = connection.prepareStatement(question)) {
            select.setString(1, "building " + view);
            try (var answer = select.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void build(String view) {
        var begun = of(view);
        if (begun.state() != State.RUNNING) {
            return;
        }
        var version = versions.version(view, begun.version().orElseThrow());
        var at = begun.done();
        var pages = events.pagesAfter(at, PAGE);
        while (running) {
            if (!pages.hasNext()) {
                finish(view, version, at);
                return;
            }
            var page = pages.next();
            if (!write(view, version, page, at)) {
                return;
            }
            at = page.getLast().position();
        }
    }

    /**
     * Tells whether it still goes on from where this page begins: it may have been paused, given up, or begun again.
     */
    private boolean write(String view, ViewVersion version, List<RecordedEvent> page, long at) {
        return Boolean.TRUE.equals(transaction.execute(_ -> {
            var goesOn = jdbc.sql("""
                    update view_rebuilds set position = :last, changed_at = clock_timestamp()
                     where view = :view and version = :version and state = 'RUNNING' and position = :at
                    """)
                            .param("last", page.getLast().position())
                            .param("view", view)
                            .param("version", version.name())
                            .param("at", at)
                            .update()
                    == 1;
            if (goesOn) {
                version.receive(page);
            }
            return goesOn;
        }));
    }

    /** From here on it is the version that is read, and follows the log by itself; unless it was begun again. */
    private void finish(String view, ViewVersion version, long at) {
        transaction.executeWithoutResult(_ -> {
            var done = jdbc.sql("""
                    update view_rebuilds set state = 'DONE', changed_at = clock_timestamp()
                     where view = :view and version = :version and state = 'RUNNING' and position = :at
                    """)
                            .param("view", view)
                            .param("version", version.name())
                            .param("at", at)
                            .update()
                    == 1;
            if (done) {
                forgetPlace(version.name());
                places.initializeTokenSegments(version.name(), 1, new GlobalSequenceTrackingToken(at));
                jdbc.sql("update view_versions set version = :version, since = clock_timestamp() where view = :view")
                        .param("version", version.name())
                        .param("view", view)
                        .update();
            }
        });
        versions.look();
        followers.followWhatIsRead();
        log.info("A view has been built to the end: view={} read={}", view, versions.read(view));
    }

    @Override
    public void start() {
        running = true;
        if (versions.views().iterator().hasNext()) {
            building = Thread.ofPlatform().name(service + "-views").daemon().start(this::lookUntilStopped);
        }
    }

    @Override
    public void stop() {
        running = false;
        asked.release();
        var thread = building;
        if (thread == null) {
            return;
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
