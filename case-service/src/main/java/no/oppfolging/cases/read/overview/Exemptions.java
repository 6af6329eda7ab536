package no.oppfolging.cases.read.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.eventlog.ViewTables;

/**
 * The disputes that wait for an answer, in each of some cases, as the cases themselves remember them: one that becomes
 * part of another remembers its own, should it become a case again.
 */
final class Disputes {
    private final Map<UUID, Set<Dispute>> waiting = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    private record Dispute(Stage stage, LocalDate on) {}

    void load(ViewTables tables, Collection<UUID> cases) {
        record Kept(UUID caseId, Dispute dispute) {
            static Kept read(ResultSet row, int number) throws SQLException {
                return new Kept(
                        row.getObject("case_id", UUID.class),
                        new Dispute(
                                Stage.valueOf(row.getString("stage")), row.getObject("disputed_on", LocalDate.class)));
            }
        }
        tables.sql("select * from view.disputes where case_id = any (:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query(Kept::read)
                .list()
                .forEach(kept -> in(kept.caseId()).add(kept.dispute()));
    }

    boolean waitIn(UUID caseId, Stage stage) {
        return in(caseId).stream().anyMatch(dispute -> dispute.stage() == stage);
    }

    void begin(UUID caseId, Stage stage, LocalDate on) {
        end(caseId, stage);
        in(caseId).add(new Dispute(stage, on));
    }

    void end(UUID caseId, Stage stage) {
        in(caseId).removeIf(dispute -> dispute.stage() == stage);
        changed.add(caseId);
    }

    /** Tells which duties they are about. */
    Set<Stage> copy(UUID absorbed, UUID survivor) {
        return add(survivor, in(absorbed));
    }

    /** Tells which duties they are about. */
    Set<Stage> move(UUID kept, UUID created, LocalDate since) {
        var later = in(kept).stream()
                .filter(dispute -> !dispute.on().isBefore(since))
                .collect(Collectors.toSet());
        in(kept).removeAll(later);
        changed.add(kept);
        return add(created, later);
    }

    void write(ViewTables tables) {
        if (changed.isEmpty()) {
            return;
        }
        tables.sql("delete from view.disputes where case_id = any (:cases)")
                .param("cases", changed.toArray(UUID[]::new))
                .update();
        for (var caseId : changed) {
            for (var dispute : in(caseId)) {
                tables.sql("insert into view.disputes (case_id, stage, disputed_on) values (:case, :stage, :on)")
                        .param("case", caseId)
                        .param("stage", dispute.stage().name())
                        .param("on", dispute.on())
                        .update();
            }
        }
    }

    private Set<Stage> add(UUID caseId, Set<Dispute> more) {
        in(caseId).addAll(more);
        changed.add(caseId);
        return more.stream().map(Dispute::stage).collect(Collectors.toSet());
    }

    private Set<Dispute> in(UUID caseId) {
        return waiting.computeIfAbsent(caseId, _ -> new LinkedHashSet<>());
    }
}
