package no.oppfolging.notifications.read.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.About.Thing;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.notifications.read.notices.NoticeRow.State;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.casefile.KnownCases;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;

/** Answers which notices there are, and how they stand. */
public final class NoticesOfCases implements Belonging, CaseFamilies {
    private final ViewTables tables;
    private final KnownCases<CaseOfNotices> cases;

    public NoticesOfCases(ViewTables tables) {
        this.tables = tables;
        this.cases = new KnownCases<>(tables, (row, _) -> caseOfNotices(row));
    }

    /** A case by its id; an absorbed one leads to the case it is now part of. */
    public Optional<CaseOfNotices> caseOf(CaseId caseId) {
        return cases.caseOf(caseId);
    }

    /** The cases of some employments, without those that became part of another. */
    public List<CaseOfNotices> ofEmployments(List<EmploymentId> employments) {
        return cases.ofEmployments(employments);
    }

    /** The notices of a case and of all that became part of it, the latest first. */
    public List<NoticeRow> noticesOf(CaseId survivor) {
        return tables.sql("""
                with recursive family (case_id) as (
                    select case_id from view.cases where case_id = :case
                    union
                    select cases.case_id from view.cases join family on cases.part_of = family.case_id
                )
                select notices.* from view.notices join family using (case_id)
                 order by ordered_at desc, notice_id
                """)
                .param("case", survivor.value())
                .query((row, _) -> notice(row))
                .list();
    }

    /** How many notices of some organisations stand how. */
    public Map<State, Long> countsOf(Collection<OrganisationNumber> organisations) {
        var counts = new EnumMap<State, Long>(State.class);
        if (!organisations.isEmpty()) {
            tables.sql("""
                    select state, count(*) as many from view.notices
                     where organisation in (:organisations)
                     group by state
                    """).param("organisations", values(organisations)).query(row -> {
                counts.put(State.valueOf(row.getString("state")), row.getLong("many"));
            });
        }
        return counts;
    }

    /** How many notices stand so, in all. */
    public long countOf(State state) {
        return tables.sql("select count(*) from view.notices where state = :state")
                .param("state", state.name())
                .query(Long.class)
                .single();
    }

    /** The notices of some organisations that could not be delivered, the latest first, at most {@code limit}. */
    public List<NoticeRow> failedOf(Collection<OrganisationNumber> organisations, int limit) {
        if (organisations.isEmpty()) {
            return List.of();
        }
        return tables.sql("""
                select * from view.notices
                 where organisation in (:organisations) and state = 'FAILED'
                 order by changed_at desc, notice_id
                 limit :limit
                """)
                .param("organisations", values(organisations))
                .param("limit", limit)
                .query((row, _) -> notice(row))
                .list();
    }

    @Override
    public List<CaseId> familyOf(CaseId caseId) {
        return cases.familyOf(caseId);
    }

    @Override
    public Optional<EmploymentId> employmentOf(Identifier target) {
        return cases.employmentOf(target);
    }

    private static List<String> values(Collection<OrganisationNumber> organisations) {
        return organisations.stream().map(OrganisationNumber::value).toList();
    }

    private static CaseOfNotices caseOfNotices(ResultSet row) throws SQLException {
        return new CaseOfNotices(
                new CaseId(row.getObject("case_id", UUID.class)),
                new EmploymentId(row.getObject("employment_id", UUID.class)),
                new PersonId(row.getObject("employee", UUID.class)));
    }

    private static NoticeRow notice(ResultSet row) throws SQLException {
        return new NoticeRow(
                new NoticeId(row.getObject("notice_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                NoticeKind.valueOf(row.getString("kind")),
                new PersonId(row.getObject("recipient", UUID.class)),
                RecipientRole.valueOf(row.getString("recipient_role")),
                new About(
                        Thing.valueOf(row.getString("thing")),
                        row.getObject("thing_id", UUID.class),
                        row.getInt("thing_version")),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getObject("not_before", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
