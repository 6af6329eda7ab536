package no.oppfolging.platform.eventlog;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells which version of each view is read; it is always one that has caught up with the log. */
public final class ViewVersions {
    private final JdbcClient jdbc;
    private final Head head;
    private final Map<String, List<ViewVersion>> known = new TreeMap<>();
    private volatile Map<String, String> read = Map.of();

    ViewVersions(JdbcClient jdbc, Head head, List<View> views) {
        this.jdbc = jdbc;
        this.head = head;
        views.forEach(view -> {
            var versions = ViewVersion.namesOf(view.name())
                    .map(name -> version(view, name))
                    .toList();
            if (known.put(view.name(), versions) != null) {
                throw new IllegalArgumentException("Two views are called " + view.name());
            }
            jdbc.sql("""
                    insert into view_versions (view, version, since) values (:view, :version, clock_timestamp())
                    on conflict do nothing
                    """)
                    .param("view", view.name())
                    .param("version", versions.getFirst().name())
                    .update();
        });
        look();
    }

    private ViewVersion version(View view, String name) {
        return new ViewVersion(view.name(), name, view.projection().apply(new ViewTables(jdbc, head, () -> name)));
    }

    /** The schema that a view is read from now. */
    public String read(String view) {
        var version = read.get(view);
        if (version == null) {
            throw new IllegalArgumentException("No view is called " + view);
        }
        return version;
    }

    /** The tables of a view, each time of the version that is read then. */
    public ViewTables tables(String view) {
        var _ = read(view);
        return new ViewTables(jdbc, head, () -> read(view));
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

    Stream<ViewVersion> all() {
        return known.values().stream().flatMap(List::stream);
    }

    ViewVersion version(String view, String name) {
        return known.getOrDefault(view, List.of()).stream()
                .filter(version -> version.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("This version of the service does not know " + name + " of " + view));
    }

    /** The version to fill next. */
    ViewVersion notRead(String view) {
        return known.getOrDefault(view, List.of()).stream()
                .filter(version -> !isRead(version))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No view is called " + view));
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
