package no.oppfolging.cases.read.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.LatenessReason;
import no.oppfolging.cases.domain.Outcome;
import no.oppfolging.cases.domain.Stage;
import no.oppfolging.cases.read.overview.CaseOverview.CaseDeadline;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.casefile.KnownCases;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers which cases there are, and how they stand. */
public final class CaseOverviews implements Belonging, CaseFamilies {
    private static final String CASES = """
            select cases.*, deadlines.stage, deadlines.due_on, deadlines.rule_set, deadlines.legal_basis,
                   deadlines.outcome, deadlines.received_late, deadlines.resumed, deadlines.fact_on,
                   deadlines.review_on, deadlines.explained_as, deadlines.disputed
              from view.cases
              left join view.deadlines using (case_id)
            """;
    private static final String IN_ORDER = " order by cases.started_on desc, cases.case_id, deadlines.due_on, stage";

    private final ViewTables tables;
    private final KnownCases<CaseOverview> known;

    public CaseOverviews(ViewTables tables) {
        this.tables = tables;
        this.known = new KnownCases<>(tables, (row, _) -> overview(row));
    }

    /** A case by its id; an absorbed one leads to the case it became part of. */
    public Optional<CaseOverview> of(CaseId caseId) {
        var found =
                cases(tables.sql(CASES + " where case_id = :case" + IN_ORDER).param("case", caseId.value()));
        return found.stream()
                .findFirst()
                .flatMap(overview ->
                        overview.partOf().isPresent() ? of(overview.partOf().get()) : Optional.of(overview));
    }

    /** The cases of some employments, newest first, without those that became part of another. */
    public List<CaseOverview> ofEmployments(List<EmploymentId> employments) {
        if (employments.isEmpty()) {
            return List.of();
        }
        return cases(tables.sql(CASES + " where employment_id in (:employments) and part_of is null" + IN_ORDER)
                .param(
                        "employments",
                        employments.stream().map(EmploymentId::value).toList()));
    }

    /** The cases of some organisations, newest first, without those that became part of another. */
    public List<CaseOverview> ofOrganisations(List<OrganisationNumber> organisations) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        return cases(tables.sql(CASES + " where organisation in (:organisations) and part_of is null" + IN_ORDER)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationNumber::value).toList()));
    }

    @Override
    public Optional<EmploymentId> employmentOf(Identifier target) {
        return known.employmentOf(target);
    }

    @Override
    public List<CaseId> familyOf(CaseId caseId) {
        return known.familyOf(caseId);
    }

    private static List<CaseOverview> cases(JdbcClient.StatementSpec query) {
        Map<UUID, CaseOverview> found = new LinkedHashMap<>();
        Map<UUID, List<CaseDeadline>> deadlines = new LinkedHashMap<>();
        query.query(row -> {
            var id = row.getObject("case_id", UUID.class);
            found.putIfAbsent(id, overview(row));
            if (row.getString("stage") != null) {
                deadlines.computeIfAbsent(id, _ -> new ArrayList<>()).add(deadline(row));
            }
        });
        return found.values().stream()
                .map(overview ->
                        overview.with(deadlines.getOrDefault(overview.caseId().value(), List.of())))
                .toList();
    }

    private static CaseOverview overview(ResultSet row) throws SQLException {
        return new CaseOverview(
                new CaseId(row.getObject("case_id", UUID.class)),
                new EmploymentId(row.getObject("employment_id", UUID.class)),
                new OrganisationNumber(row.getString("organisation")),
                new PersonId(row.getObject("employee", UUID.class)),
                row.getObject("started_on", LocalDate.class),
                Optional.ofNullable(row.getObject("known_until", LocalDate.class)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("part_of", UUID.class)).map(CaseId::new),
                row.getLong("version"),
                List.of());
    }

    private static CaseDeadline deadline(ResultSet row) throws SQLException {
        return new CaseDeadline(
                Stage.valueOf(row.getString("stage")),
                row.getObject("due_on", LocalDate.class),
                row.getString("rule_set"),
                row.getString("legal_basis"),
                Outcome.valueOf(row.getString("outcome")),
                row.getBoolean("received_late"),
                row.getBoolean("resumed"),
                Optional.ofNullable(row.getObject("fact_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                Optional.ofNullable(row.getString("explained_as")).map(LatenessReason::valueOf),
                row.getBoolean("disputed"));
    }
}
