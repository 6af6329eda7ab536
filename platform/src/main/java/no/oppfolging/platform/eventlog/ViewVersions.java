package no.oppfolging.platform.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which version of each view is read; it is always one that has caught up with the log. */
public final class ViewVersions {
    private final JdbcClient jdbc;
    private final Map<String, Map<String, ViewVersion>> known = new TreeMap<>();
    private volatile Map<String, String> read = Map.of();

    ViewVersions(JdbcClient jdbc, List<ViewVersion> versions) {
        this.jdbc = jdbc;
        versions.forEach(version ->
                known.computeIfAbsent(version.view(), _ -> new TreeMap<>()).put(version.name(), version));
        known.forEach((view, itsVersions) -> jdbc.sql("""
                        insert into view_versions (view, version, since) values (:view, :version, clock_timestamp())
                        on conflict do nothing
                        """)
                .param("view", view)
                .param("version", itsVersions.keySet().iterator().next())
                .update());
        look();
    }

    /** The schema that a view is read from now. */
    public String read(String view) {
        var version = read.get(view);
        if (version == null) {
            throw new IllegalArgumentException("No view is called " + view);
        }
        return version;
    }

    boolean isRead(ViewVersion version) {
        return version.name().equals(read.get(version.view()));
    }

    /** The views that can be built anew. */
    Iterable<String> views() {
        return known.keySet();
    }

    boolean isView(String name) {
        return known.containsKey(name);
    }

    ViewVersion version(String view, String name) {
        var version = known.getOrDefault(view, Map.of()).get(name);
        if (version == null) {
            throw new IllegalStateException("This version of the service does not know " + name + " of " + view);
        }
        return version;
    }

    /** The version to fill next: the last of those that are not read. */
    String notRead(String view) {
        return known.getOrDefault(view, Map.of()).keySet().stream()
                .filter(version -> !version.equals(read(view)))
                .reduce((_, last) -> last)
                .orElseThrow(() -> new IllegalStateException("There is no room beside " + read(view)));
    }

    /** The position a follower begins after: the log's beginning, or what its view was built to. */
    long builtTo(String name) {
        return jdbc.sql("select position from view_rebuilds where version = :name and state = 'DONE'")
                .param("name", name)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /** Another instance may have finished a version. */
    void look() {
        var found = new HashMap<String, String>();
        jdbc.sql("select view, version from view_versions").query(row -> {
            found.put(row.getString(1), row.getString(2));
        });
        known.keySet().forEach(view -> version(view, String.valueOf(found.get(view))));
        read = Map.copyOf(found);
    }
}
