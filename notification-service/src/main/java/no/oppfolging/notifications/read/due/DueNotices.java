package no.oppfolging.notifications.read.due;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.notifications.domain.About.Thing;
import no.oppfolging.notifications.domain.NoticeId;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.time.Timetable;

/** Answers which notices have to be looked at, the sender's to-do list; the log tells how each stands. */
public final class DueNotices implements Timetable {
    private final ViewTables tables;

    public DueNotices(ViewTables tables) {
        this.tables = tables;
    }

    /**
     * Those whose time has come at an instant, the longest overdue first, at most {@code limit}; none while the list is
     * behind.
     */
    public List<DueNotice> at(Instant instant, int limit) {
        if (!tables.haveCaughtUp()) {
            return List.of();
        }
        return tables.sql("""
                select * from view.notices
                 where due_at <= :instant
                 order by due_at, notice_id
                 limit :limit
                """)
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, _) -> dueNotice(row))
                .list();
    }

    /** The cases in which something unsettled was ordered about a thing, which may have passed from case to case. */
    public List<CaseId> casesWithNoticesAbout(UUID thing) {
        return tables.sql("select distinct case_id from view.notices where thing_id = :thing")
                .param("thing", thing)
                .query((row, _) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    @Override
    public Optional<Instant> nextDue() {
        return tables.sql("select min(due_at) from view.notices")
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Since when the notice that has waited longest should have been sent; empty when none is overdue. */
    public Optional<Instant> oldestAt(Instant instant) {
        return tables.sql("select min(first_due_at) from view.notices where first_due_at <= :instant")
                .param("instant", instant.atOffset(ZoneOffset.UTC))
                .query((row, _) -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    private static DueNotice dueNotice(ResultSet row) throws SQLException {
        return new DueNotice(
                new NoticeId(row.getObject("notice_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new OrganisationNumber(row.getString("organisation")),
                NoticeKind.valueOf(row.getString("kind")),
                row.getObject("cause", UUID.class),
                new PersonId(row.getObject("recipient", UUID.class)),
                RecipientRole.valueOf(row.getString("recipient_role")),
                new About(
                        Thing.valueOf(row.getString("thing")),
                        row.getObject("thing_id", UUID.class),
                        row.getInt("thing_version")),
                row.getObject("first_due_at", OffsetDateTime.class).toInstant(),
                row.getObject("correlation", UUID.class));
    }
}
