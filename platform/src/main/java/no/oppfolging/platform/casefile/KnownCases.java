package no.oppfolging.platform.casefile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.QuestionsTogether;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The cases a view knows of, and which of them have become one: the view's table {@code cases}, with {@code case_id},
 * {@code employment_id}, {@code organisation}, {@code part_of} and what else the view keeps of each.
 *
 * @param <C> a case as the view knows it
 */
public final class KnownCases<C> implements Belonging, CaseFamilies {
    private final ViewTables tables;
    private final RowMapper<C> row;
    private final CaseFamilies families;
    private final QuestionsTogether<UUID, EmploymentId> employments = new QuestionsTogether<>(this::employmentsOf);

    public KnownCases(ViewTables tables, RowMapper<C> row) {
        this.tables = tables;
        this.row = row;
        this.families = CaseFamilies.in(tables);
    }

    /** A case by its id; an absorbed one leads to the case it is now part of. */
    public Optional<C> caseOf(CaseId caseId) {
        return tables.sql("""
                with recursive way (case_id, part_of) as (
                    select case_id, part_of from view.cases where case_id = :case
                    union
                    select cases.case_id, cases.part_of
                      from view.cases
                      join way on cases.case_id = way.part_of
                )
                select cases.* from view.cases join way using (case_id)
                 where cases.part_of is null
                """).param("case", caseId.value()).query(row).optional();
    }

    /** The cases of some employments, without those that became part of another. */
    public List<C> ofEmployments(Collection<EmploymentId> employments) {
        if (employments.isEmpty()) {
            return List.of();
        }
        return tables.sql("""
                select * from view.cases
                 where employment_id in (:employments) and part_of is null
                 order by case_id
                """)
                .param(
                        "employments",
                        employments.stream().map(EmploymentId::value).toList())
                .query(row)
                .list();
    }

    /** The cases of some organisations, without those that became part of another. */
    public List<C> ofOrganisations(Collection<OrganisationNumber> organisations) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        return tables.sql("""
                select * from view.cases
                 where organisation in (:organisations) and part_of is null
                 order by case_id
                """)
                .param(
                        "organisations",
                        organisations.stream().map(OrganisationNumber::value).toList())
                .query(row)
                .list();
    }

    /** A case that others became part of, and all of them. */
    public List<C> family(CaseId survivor) {
        return tables.sql("""
                with recursive family (case_id) as (
                    select case_id from view.cases where case_id = :case
                    union
                    select cases.case_id from view.cases join family on cases.part_of = family.case_id
                )
                select cases.* from view.cases join family using (case_id)
                """).param("case", survivor.value()).query(row).list();
    }

    @Override
    public Optional<EmploymentId> employmentOf(Identifier target) {
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? Optional.ofNullable(employmentsOf(List.of(target.value())).get(target.value()))
                : employments.ask(target.value());
    }

    private Map<UUID, EmploymentId> employmentsOf(List<UUID> cases) {
        var found = new HashMap<UUID, EmploymentId>();
        tables.sql("select case_id, employment_id from view.cases where case_id = any (:cases)")
                .param("cases", cases.toArray(UUID[]::new))
                .query(row -> {
                    found.put(
                            row.getObject("case_id", UUID.class),
                            new EmploymentId(row.getObject("employment_id", UUID.class)));
                });
        return found;
    }

    @Override
    public List<CaseId> familyOf(CaseId caseId) {
        return families.familyOf(caseId);
    }
}
