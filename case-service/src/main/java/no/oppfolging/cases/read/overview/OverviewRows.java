package no.oppfolging.cases.read.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpId;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import org.jspecify.annotations.Nullable;

/** The rows of one version of the overview, fetched and written many at a time. */
final class OverviewRows {
    private final ViewTables tables;

    OverviewRows(ViewTables tables) {
        this.tables = tables;
    }

    /** A case as stored. */
    record CaseRow(
            UUID caseId,
            UUID employmentId,
            String organisation,
            UUID employee,
            LocalDate startedOn,
            @Nullable LocalDate knownUntil,
            @Nullable LocalDate closedOn,
            @Nullable UUID partOf,
            long version) {
        CaseRow during(LocalDate start, @Nullable LocalDate end) {
            return new CaseRow(caseId, employmentId, organisation, employee, start, end, closedOn, partOf, version);
        }

        CaseRow partOf(@Nullable UUID survivor) {
            return new CaseRow(
                    caseId, employmentId, organisation, employee, startedOn, knownUntil, closedOn, survivor, version);
        }

        CaseRow closedOn(@Nullable LocalDate day) {
            return new CaseRow(
                    caseId, employmentId, organisation, employee, startedOn, knownUntil, day, partOf, version);
        }

        boolean isAgreed() {
            return AgreedFollowUpId.caseOf(new EmploymentId(employmentId), startedOn)
                    .value()
                    .equals(caseId);
        }

        CaseRow at(long newVersion) {
            return new CaseRow(
                    caseId, employmentId, organisation, employee, startedOn, knownUntil, closedOn, partOf, newVersion);
        }
    }

    private record Key(UUID caseId, Stage stage) {
        static Key of(DeadlineRow row) {
            return new Key(row.caseId(), row.stage());
        }
    }

    /** Every row of some employments, as a batch changes them. */
    static final class Touched {
        private final Map<UUID, CaseRow> cases = new LinkedHashMap<>();
        private final Map<UUID, Set<UUID>> byEmployment = new HashMap<>();
        private final Map<Key, DeadlineRow> deadlines = new LinkedHashMap<>();
        private final Set<Key> changedDeadlines = new HashSet<>();
        private final Exemptions exemptions = new Exemptions();

        private void add(CaseRow row) {
            cases.put(row.caseId(), row);
            byEmployment
                    .computeIfAbsent(row.employmentId(), _ -> new HashSet<>())
                    .add(row.caseId());
        }

        /** A case that was there before keeps whose it is. */
        void open(CaseRow row) {
            var before = cases.get(row.caseId());
            add(
                    before == null
                            ? row
                            : before.during(row.startedOn(), row.knownUntil())
                                    .closedOn(null)
                                    .partOf(null));
        }

        void change(CaseId caseId, UnaryOperator<CaseRow> change) {
            cases.computeIfPresent(caseId.value(), (_, row) -> change.apply(row));
        }

        /** What is agreed on has a stream, and so versions, of its own. */
        void touch(UUID employment, long version) {
            byEmployment
                    .getOrDefault(employment, Set.of())
                    .forEach(caseId ->
                            cases.computeIfPresent(caseId, (_, row) -> row.isAgreed() ? row : row.at(version)));
        }

        /** Whoever waits for an answer goes on to wait. */
        void place(DeadlineRow row) {
            deadlines.put(Key.of(row), row.disputed(exemptions.areDisputedIn(row.caseId(), row.stage())));
            changedDeadlines.add(Key.of(row));
        }

        void exempted(CaseId caseId, Stage stage, LocalDate on) {
            exemptions.decide(caseId.value(), stage, on);
        }

        void disputed(CaseId caseId, Stage stage, LocalDate on) {
            exemptions.dispute(caseId.value(), stage, on);
            showDispute(caseId, stage);
        }

        /** In a case and in every case that is part of it. */
        void undisputed(CaseId caseId, Stage stage) {
            withItsParts(caseId, one -> {
                exemptions.answer(one.value(), stage);
                showDispute(one, stage);
            });
        }

        /** In a case and in every case that is part of it. */
        void revoked(CaseId caseId, Stage stage) {
            withItsParts(caseId, one -> {
                exemptions.revoke(one.value(), stage);
                showDispute(one, stage);
            });
        }

        private void withItsParts(CaseId caseId, Consumer<CaseId> change) {
            change.accept(caseId);
            cases.values().stream()
                    .filter(row -> caseId.value().equals(row.partOf()))
                    .forEach(part -> withItsParts(new CaseId(part.caseId()), change));
        }

        void merge(CaseId absorbed, CaseId survivor) {
            change(absorbed, row -> row.partOf(survivor.value()));
            exemptions.copy(absorbed.value(), survivor.value()).forEach(stage -> showDispute(survivor, stage));
        }

        /** What has been decided since the later part of a case began was decided there. */
        void split(CaseId kept, CaseId created, LocalDate start) {
            change(created, row -> row.partOf(null));
            for (var stage : exemptions.move(kept.value(), created.value(), start)) {
                showDispute(kept, stage);
                showDispute(created, stage);
            }
        }

        private void showDispute(CaseId caseId, Stage stage) {
            change(caseId, stage, row -> row.disputed(exemptions.areDisputedIn(caseId.value(), stage)));
        }

        void change(CaseId caseId, Stage stage, UnaryOperator<DeadlineRow> change) {
            var key = new Key(caseId.value(), stage);
            if (deadlines.computeIfPresent(key, (_, row) -> change.apply(row)) != null) {
                changedDeadlines.add(key);
            }
        }

        private List<DeadlineRow> changedDeadlines() {
            return deadlines.values().stream()
                    .filter(row -> changedDeadlines.contains(Key.of(row)))
                    .toList();
        }
    }

    /** @param agreed cases that are known by their own ids alone */
    Touched of(Collection<UUID> employments, Collection<UUID> agreed) {
        var touched = new Touched();
        tables.sql("select * from view.cases where employment_id = any (:employments) or case_id = any (:agreed)")
                .param("employments", employments.toArray(UUID[]::new))
                .param("agreed", agreed.toArray(UUID[]::new))
                .query(OverviewRows::caseRow)
                .list()
                .forEach(touched::add);
        if (!touched.cases.isEmpty()) {
            tables.sql("select * from view.deadlines where case_id = any (:cases)")
                    .param("cases", touched.cases.keySet().toArray(UUID[]::new))
                    .query(OverviewRows::deadlineRow)
                    .list()
                    .forEach(row -> touched.deadlines.put(Key.of(row), row));
            touched.exemptions.load(tables, touched.cases.keySet());
        }
        return touched;
    }

    private static CaseRow caseRow(ResultSet row, int number) throws SQLException {
        return new CaseRow(
                row.getObject("case_id", UUID.class),
                row.getObject("employment_id", UUID.class),
                row.getString("organisation"),
                row.getObject("employee", UUID.class),
                row.getObject("started_on", LocalDate.class),
                row.getObject("known_until", LocalDate.class),
                row.getObject("closed_on", LocalDate.class),
                row.getObject("part_of", UUID.class),
                row.getLong("version"));
    }

    private static DeadlineRow deadlineRow(ResultSet row, int number) throws SQLException {
        return new DeadlineRow(
                row.getObject("case_id", UUID.class),
                Stage.valueOf(row.getString("stage")),
                row.getObject("due_on", LocalDate.class),
                row.getString("rule_set"),
                row.getString("legal_basis"),
                Outcome.valueOf(row.getString("outcome")),
                row.getBoolean("received_late"),
                row.getBoolean("resumed"),
                new DeadlineRow.Notes(
                        row.getObject("fact_on", LocalDate.class),
                        row.getObject("review_on", LocalDate.class),
                        Optional.ofNullable(row.getString("explained_as"))
                                .map(LatenessReason::valueOf)
                                .orElse(null),
                        row.getBoolean("disputed")));
    }

    void write(Touched touched) {
        writeCases(touched.cases.values());
        writeDeadlines(touched.changedDeadlines());
        touched.exemptions.write(tables);
    }

    private void writeCases(Collection<CaseRow> cases) {
        if (cases.isEmpty()) {
            return;
        }
        tables.sql("""
                insert into view.cases (case_id, employment_id, organisation, employee, started_on, known_until,
                                      closed_on, part_of, version)
                select * from unnest(cast(:case as uuid[]), cast(:employment as uuid[]), cast(:organisation as text[]),
                                     cast(:employee as uuid[]), cast(:start as date[]), cast(:end as date[]),
                                     cast(:closed as date[]), cast(:partOf as uuid[]), cast(:version as bigint[]))
                    on conflict (case_id) do update
                   set started_on = excluded.started_on, known_until = excluded.known_until,
                       closed_on = excluded.closed_on, part_of = excluded.part_of, version = excluded.version
                """)
                .param("case", column(cases, CaseRow::caseId))
                .param("employment", column(cases, CaseRow::employmentId))
                .param("organisation", column(cases, CaseRow::organisation))
                .param("employee", column(cases, CaseRow::employee))
                .param("start", column(cases, CaseRow::startedOn))
                .param("end", column(cases, CaseRow::knownUntil))
                .param("closed", column(cases, CaseRow::closedOn))
                .param("partOf", column(cases, CaseRow::partOf))
                .param("version", column(cases, CaseRow::version))
                .update();
    }

    private void writeDeadlines(Collection<DeadlineRow> deadlines) {
        if (deadlines.isEmpty()) {
            return;
        }
        tables.sql("""
                insert into view.deadlines (case_id, stage, due_on, rule_set, legal_basis, outcome, received_late,
                                          resumed, fact_on, review_on, explained_as, disputed)
                select * from unnest(cast(:case as uuid[]), cast(:stage as text[]), cast(:due as date[]),
                                     cast(:ruleSet as text[]), cast(:legalBasis as text[]), cast(:outcome as text[]),
                                     cast(:late as boolean[]), cast(:resumed as boolean[]), cast(:fact as date[]),
                                     cast(:review as date[]), cast(:explained as text[]),
                                     cast(:disputed as boolean[]))
                    on conflict (case_id, stage) do update
                   set due_on = excluded.due_on, rule_set = excluded.rule_set, legal_basis = excluded.legal_basis,
                       outcome = excluded.outcome, received_late = excluded.received_late,
                       resumed = excluded.resumed, fact_on = excluded.fact_on, review_on = excluded.review_on,
                       explained_as = excluded.explained_as, disputed = excluded.disputed
                """)
                .param("case", column(deadlines, DeadlineRow::caseId))
                .param("stage", column(deadlines, row -> row.stage().name()))
                .param("due", column(deadlines, DeadlineRow::dueOn))
                .param("ruleSet", column(deadlines, DeadlineRow::ruleSet))
                .param("legalBasis", column(deadlines, DeadlineRow::legalBasis))
                .param("outcome", column(deadlines, row -> row.outcome().name()))
                .param("late", column(deadlines, DeadlineRow::receivedLate))
                .param("resumed", column(deadlines, DeadlineRow::resumed))
                .param("fact", column(deadlines, row -> row.notes().factOn()))
                .param("review", column(deadlines, row -> row.notes().reviewOn()))
                .param("disputed", column(deadlines, row -> row.notes().disputed()))
                .param(
                        "explained",
                        column(
                                deadlines,
                                row -> Optional.ofNullable(row.notes().explainedAs())
                                        .map(Enum::name)
                                        .orElse(null)))
                .update();
    }

    /** As text, which every type of column is read from. */
    private static <T> @Nullable String[] column(Collection<T> rows, Function<T, @Nullable Object> value) {
        var column = new @Nullable String[rows.size()];
        var at = 0;
        for (var row : rows) {
            var it = value.apply(row);
            column[at++] = it == null ? null : it.toString();
        }
        return column;
    }
}
