package no.oppfolging.local.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import no.oppfolging.platform.ledger.LeafRecord;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service's log as it lies in the database, read row by row without the service. */
final class StoredLog {
    private static final HexFormat HEX = HexFormat.of();

    private final ServiceName service;
    private final JdbcClient jdbc;

    StoredLog(ServiceName service, DataSource superuser) {
        this.service = service;
        this.jdbc = JdbcClient.create(superuser);
    }

    /** A row, and the hash of it that was stored with it. */
    private record Row(LeafRecord record, String leaf) {}

    long size() {
        return jdbc.sql("select count(*) from event_log").query(Long.class).single();
    }

    /** What is not as it was stored: changed, missing or out of order. */
    List<String> differences() {
        var differences = new ArrayList<String>();
        var versions = new HashMap<UUID, Long>();
        var position = 0L;
        var time = Instant.EPOCH;
        for (var row : rows()) {
            var record = row.record();
            position++;
            if (record.position() != position) {
                differences.add(name(position) + " is missing; the next is " + record.position());
                position = record.position();
            }
            if (!HEX.formatHex(record.leaf()).equals(row.leaf())) {
                differences.add(name(position) + ", " + record.eventName() + ", is not what was stored");
            }
            if (record.recordedAt().isBefore(time)) {
                differences.add(name(position) + " is recorded before the one ahead of it");
            }
            time = record.recordedAt();
            checkVersion(record, versions).ifPresent(differences::add);
        }
        if (head() != position) {
            differences.add(service.group() + ": the log ends at " + position + ", its head says " + head());
        }
        return differences;
    }

    private Optional<String> checkVersion(LeafRecord record, Map<UUID, Long> versions) {
        var expected = versions.getOrDefault(record.stream(), 0L) + 1;
        versions.put(record.stream(), record.version());
        return record.version() == expected
                ? Optional.empty()
                : Optional.of(name(record.position()) + " is version " + record.version() + " of its stream, not "
                        + expected);
    }

    /** How often something is told of a stream. */
    long times(UUID stream, String eventName) {
        return jdbc.sql("select count(*) from event_log where stream = :stream and event_name = :name")
                .param("stream", stream)
                .param("name", eventName)
                .query(Long.class)
                .single();
    }

    /** Changes one byte of what an event says; tells which event that was. */
    String changeOneByte(long position) {
        var payload = jdbc.sql("select payload from event_log where position = :position")
                .param("position", position)
                .query(String.class)
                .single();
        var at = lastPlainCharacter(payload);
        var other = payload.charAt(at) == '0' ? '1' : '0';
        jdbc.sql("update event_log set payload = :payload where position = :position")
                .param("payload", payload.substring(0, at) + other + payload.substring(at + 1))
                .param("position", position)
                .update();
        return name(position);
    }

    private String name(long position) {
        return service.group() + ": event " + position;
    }

    private long head() {
        return jdbc.sql("select position from log_head").query(Long.class).single();
    }

    private List<Row> rows() {
        return jdbc.sql("""
                select position, recorded_at, organisation, stream, version, case_id, event_name, revision, event_id,
                       command_id, metadata, payload, leaf
                  from event_log
                 order by position
                """).query((row, _) -> row(row)).list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new LeafRecord(
                        row.getLong("position"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        row.getString("organisation"),
                        row.getObject("stream", UUID.class),
                        row.getLong("version"),
                        Optional.ofNullable(row.getObject("case_id", UUID.class)),
                        row.getString("event_name"),
                        row.getLong("revision"),
                        row.getObject("event_id", UUID.class),
                        row.getObject("command_id", UUID.class),
                        row.getString("metadata"),
                        row.getString("payload")),
                HEX.formatHex(row.getBytes("leaf")));
    }

    private static int lastPlainCharacter(String payload) {
        for (var at = payload.length() - 1; at >= 0; at--) {
            if (Character.isLetterOrDigit(payload.charAt(at))) {
                return at;
            }
        }
        throw new IllegalStateException("An event without a word: " + payload.length() + " characters");
    }
}
