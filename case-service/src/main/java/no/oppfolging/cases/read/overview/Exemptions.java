package no.oppfolging.cases.read.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.platform.eventlog.ViewTables;

/**
 * The decisions that stand in each of some cases, by which a duty is unnecessary, and whether the employee waits for an
 * answer to one; as the cases themselves remember them: one that becomes part of another remembers its own, should it
 * become a case again.
 */
final class Exemptions {
    private final Map<UUID, Set<Exemption>> standing = new HashMap<>();
    private final Set<UUID> changed = new HashSet<>();

    private record Exemption(Stage stage, LocalDate decidedOn, boolean disputed) {
        Exemption disputed(boolean now) {
            return new Exemption(stage, decidedOn, now);
        }
    }

    void load(ViewTables tables, Collection<UUID> cases) {
        record Kept(UUID caseId, Exemption exemption) {
            static Kept read(ResultSet row, int number) throws SQLException {
                return new Kept(
                        row.getObject("case_id", UUID.class),
                        new Exemption(
                                Stage.valueOf(row.getString("stage")),
                                row.getObject("decided_on", LocalDate.class),
                                row.getBoolean("disputed")));
            }
        }
        tables.sql("select * from view.exemptions where case_id = any (:cases) order by decided_on")
                .param("cases", cases.toArray(UUID[]::new))
                .query(Kept::read)
                .list()
                .forEach(kept -> in(kept.caseId()).add(kept.exemption()));
    }

    boolean areDisputedIn(UUID caseId, Stage stage) {
        return of(caseId, stage).anyMatch(Exemption::disputed);
    }

    void decide(UUID caseId, Stage stage, LocalDate on) {
        in(caseId).add(new Exemption(stage, on, false));
        changed.add(caseId);
    }

    void revoke(UUID caseId, Stage stage) {
        in(caseId).removeIf(one -> one.stage() == stage);
        changed.add(caseId);
    }

    void dispute(UUID caseId, Stage stage, LocalDate on) {
        answer(caseId, stage);
        var disputed = of(caseId, stage)
                .min(Comparator.comparing(Exemption::decidedOn))
                .orElse(new Exemption(stage, on, false));
        in(caseId).remove(disputed);
        in(caseId).add(disputed.disputed(true));
    }

    void answer(UUID caseId, Stage stage) {
        var answered = of(caseId, stage).map(one -> one.disputed(false)).toList();
        revoke(caseId, stage);
        in(caseId).addAll(answered);
    }

    /** Tells which duties are disputed. */
    Set<Stage> copy(UUID absorbed, UUID survivor) {
        return add(survivor, in(absorbed));
    }

    /** What was decided since a day, with what has been said of it; tells which duties are disputed. */
    Set<Stage> move(UUID kept, UUID created, LocalDate since) {
        var later = in(kept).stream()
                .filter(one -> !one.decidedOn().isBefore(since))
                .collect(Collectors.toSet());
        in(kept).removeAll(later);
        changed.add(kept);
        return add(created, later);
    }

    void write(ViewTables tables) {
        if (changed.isEmpty()) {
            return;
        }
        tables.sql("delete from view.exemptions where case_id = any (:cases)")
                .param("cases", changed.toArray(UUID[]::new))
                .update();
        for (var caseId : changed) {
            for (var one : in(caseId)) {
                tables.sql("""
                        insert into view.exemptions (case_id, stage, decided_on, disputed)
                        values (:case, :stage, :on, :disputed)
                        on conflict (case_id, stage, decided_on)
                        do update set disputed = exemptions.disputed or excluded.disputed
                        """)
                        .param("case", caseId)
                        .param("stage", one.stage().name())
                        .param("on", one.decidedOn())
                        .param("disputed", one.disputed())
                        .update();
            }
        }
    }

    private Set<Stage> add(UUID caseId, Set<Exemption> more) {
        in(caseId).addAll(more);
        changed.add(caseId);
        return more.stream().filter(Exemption::disputed).map(Exemption::stage).collect(Collectors.toSet());
    }

    private Stream<Exemption> of(UUID caseId, Stage stage) {
        return in(caseId).stream().filter(one -> one.stage() == stage);
    }

    private Set<Exemption> in(UUID caseId) {
        return standing.computeIfAbsent(caseId, _ -> new LinkedHashSet<>());
    }
}
