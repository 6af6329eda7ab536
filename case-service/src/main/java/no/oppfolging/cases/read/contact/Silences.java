package no.oppfolging.cases.read.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.time.Timetable;

/** Answers in which cases it has been silent for too long, the sweep's to-do list. */
public final class Silences implements Timetable {
    private static final String LISTENED_FOR = """
              from view.cases
             where not closed and part_of is null and noted_since is distinct from since
            """;

    private final ViewTables tables;
    private final CaseFamilies families;
    private final int silentAfterDays;

    /** @param silentAfterDays how long it may be silent where nothing has been agreed */
    public Silences(ViewTables tables, int silentAfterDays) {
        this.tables = tables;
        this.families = CaseFamilies.in(tables);
        this.silentAfterDays = silentAfterDays;
    }

    /**
     * Nothing has been heard in a case since a day, for longer than it should be.
     *
     * @param version how far the list has heard of contact in the case
     */
    public record Silence(
            CaseId caseId, OrganisationNumber organisation, LocalDate since, int everyDays, long version) {
        /** The last day on which there should have been contact. */
        public LocalDate dueOn() {
            return since.plusDays(everyDays);
        }
    }

    /** The end of the first day on which there should have been contact. */
    @Override
    public Optional<Instant> nextDue() {
        return tables.sql("select min(since + coalesce(every_days, :default))" + LISTENED_FOR)
                .param("default", silentAfterDays)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .map(day -> LegalDay.begins(day.plusDays(1)));
    }

    /** Under which ids a meeting of the case may be told: its own, and those of all that became part of it. */
    public Set<UUID> keysOf(CaseId caseId) {
        return families.familyOf(caseId).stream().map(CaseId::value).collect(Collectors.toSet());
    }

    /** None while the list is behind. */
    public List<Silence> before(LocalDate day, int limit) {
        if (!tables.haveCaughtUp()) {
            return List.of();
        }
        return tables.sql("select case_id, organisation, since, coalesce(every_days, :default) as every_days, version"
                        + LISTENED_FOR
                        + " and since + coalesce(every_days, :default) < :day order by since limit :limit")
                .param("default", silentAfterDays)
                .param("day", day)
                .param("limit", limit)
                .query((row, _) -> new Silence(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new OrganisationNumber(row.getString("organisation")),
                        row.getObject("since", LocalDate.class),
                        row.getInt("every_days"),
                        row.getLong("version")))
                .list();
    }
}
