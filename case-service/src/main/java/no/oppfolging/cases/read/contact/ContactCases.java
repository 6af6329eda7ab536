package no.oppfolging.cases.read.contact;

import java.sql.Types;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * The cases of {@link ContactView}: which are one now, what was said in which of them is shown with which, and when the
 * two of a case were last in touch.
 */
final class ContactCases {
    /** What is of a day, and so of the case that the day belongs to. */
    private record Dated(String table, String day) {}

    private static final List<Dated> DATED = List.of(
            new Dated("contacts", "held_on"),
            new Dated("meetings", "held_on"),
            new Dated("doctor_contacts", "held_on"),
            new Dated("news", "shared_on"),
            new Dated("requests", "made_on"),
            new Dated("hand_overs", "leads_from"),
            new Dated("terms", "not agreed and told_on"));

    /** What holds until something else is said. */
    private record Lasting(String table, String which, String key, List<String> columns) {
        String all() {
            return String.join(", ", columns);
        }

        String taken() {
            return columns.stream().map(it -> it + " = excluded." + it).collect(Collectors.joining(", "));
        }
    }

    private static final List<Lasting> LASTING = List.of(
            new Lasting(
                    "terms",
                    "agreed",
                    "case_id, shown_in, agreed",
                    List.of(
                            "agreed",
                            "proposal_id",
                            "proposed_by",
                            "told_on",
                            "told_at",
                            "every_days",
                            "channels",
                            "days",
                            "who")),
            new Lasting(
                    "abilities",
                    "true",
                    "case_id, shown_in",
                    List.of("stated_on", "told_at", "can_sealed", "cannot_sealed")),
            new Lasting(
                    "possible_work",
                    "true",
                    "case_id, shown_in",
                    List.of("described_on", "told_at", "tasks_sealed", "adaptations_sealed")));

    /** The case and those that are one with it now. */
    private static final String FAMILY = """
            with recursive family (case_id) as (
                select cast(:case as uuid)
                union
                select cases.case_id from view.cases join family on cases.part_of = family.case_id
            )
            """;

    /**
     * When the two of each case that stands were last in touch, over all cases that are one with it; of one that has
     * become part of another nothing is kept. Before the case was known here, nobody could be in touch through us.
     */
    private static final String RECKONING = """
            with recursive up (case_id, part_of) as (
                select case_id, part_of from view.cases where case_id = any (:cases)
                union
                select above.case_id, above.part_of
                  from view.cases as above join up on above.case_id = up.part_of
            ), standing as (
                select case_id from up where part_of is null
            ), family (stands, case_id) as (
                select case_id, case_id from standing
                union
                select family.stands, cases.case_id
                  from view.cases join family on cases.part_of = family.case_id
            ), agreement as (
                select distinct on (stands) stands, told_on, every_days
                  from family join view.terms on terms.shown_in = family.case_id
                 where agreed
                 order by stands, told_at desc, terms.case_id, shown_in
            ), heard as (
                select stands, max(held_on) as day
                  from family join view.contacts on contacts.shown_in = family.case_id
                 where not struck
                 group by stands
            ), met as (
                select stands, max(held_on) as day
                  from family join view.meetings on meetings.shown_in = family.case_id
                 group by stands
            ), resumed as (
                select stands, max(resumed_on) as day
                  from family join view.cases using (case_id)
                 group by stands
            )
            update view.cases
               set heard_on = heard.day, met_on = met.day, agreed_on = agreement.told_on,
                   every_days = agreement.every_days,
                   since = greatest(cases.started_on, cases.known_on, heard.day, met.day, agreement.told_on,
                                    resumed.day)
              from standing
              left join agreement on agreement.stands = standing.case_id
              left join heard on heard.stands = standing.case_id
              left join met on met.stands = standing.case_id
              left join resumed on resumed.stands = standing.case_id
             where cases.case_id = standing.case_id
            """;

    private final ViewTables tables;
    private final Set<UUID> toReckon = new HashSet<>();

    ContactCases(ViewTables tables) {
        this.tables = tables;
    }

    void open(CaseId caseId, PersonId employee, LocalDate start, RecordedEvent recorded) {
        about(caseId, """
                insert into view.cases
                       (case_id, organisation, employee, started_on, known_on, closed, version, since)
                values (:case, :organisation, :employee, :start, :known, false, 0, :start)
                on conflict (case_id) do update
                   set started_on = excluded.started_on, known_on = excluded.known_on, closed = false, part_of = null
                """)
                .param("organisation", recorded.organisation().value())
                .param("employee", employee.value())
                .param("start", start)
                .param("known", LegalDay.of(recorded.recordedAt()))
                .update();
        refresh(caseId);
    }

    void begin(CaseId caseId, LocalDate start) {
        about(caseId, "update view.cases set started_on = :start where case_id = :case")
                .param("start", start)
                .update();
        refresh(caseId);
    }

    void merge(CasesMerged merged) {
        about(merged.absorbed(), """
                update view.cases
                   set part_of = :survivor, heard_on = null, met_on = null, agreed_on = null, every_days = null,
                       since = started_on
                 where case_id = :case
                """)
                .param("survivor", merged.survivor().value())
                .update();
        refresh(merged.survivor());
    }

    /**
     * What was said since the later part began is shown there; what the two have agreed on, and what they have said of
     * work, holds for both.
     */
    void split(CaseSplit split) {
        about(split.created(), "update view.cases set part_of = null where case_id = :case")
                .update();
        for (var dated : DATED) {
            about(split.kept(), FAMILY + """
                    update view.%s set shown_in = :later
                     where shown_in in (select case_id from family) and %s >= :start
                    """.formatted(dated.table(), dated.day()))
                    .param("later", split.created().value())
                    .param("start", split.start())
                    .update();
        }
        for (var held : LASTING) {
            about(
                            split.kept(),
                            FAMILY + """
                    insert into view.%1$s (case_id, shown_in, %2$s)
                    select case_id, :later, %2$s from view.%1$s
                     where shown_in in (select case_id from family) and %3$s
                     order by told_at desc, case_id, shown_in limit 1
                    on conflict (%4$s) do update set %5$s
                    """.formatted(held.table(), held.all(), held.which(), held.key(), held.taken()))
                    .param("later", split.created().value())
                    .update();
        }
        refresh(split.kept());
        refresh(split.created());
    }

    void close(CaseId caseId) {
        about(caseId, "update view.cases set closed = true where case_id = :case")
                .update();
    }

    /** The silence while it was closed was nobody's. */
    void reopen(CaseId caseId, LocalDate day) {
        toReckon.add(standing(caseId));
        about(caseId, """
                update view.cases set closed = false, part_of = null, resumed_on = :day where case_id = :case
                """).param("day", day).update();
        refresh(caseId);
    }

    /** When the two of the case were last in touch is to be reckoned anew, once the batch has been folded. */
    void refresh(CaseId caseId) {
        toReckon.add(caseId.value());
    }

    /** The same for the case that a thing said in this one is shown with. */
    void refreshWhereShown(String table, String column, CaseId caseId, UUID thing) {
        refresh(new CaseId(about(
                        caseId,
                        "select shown_in from view.%s where case_id = :case and %s = :thing".formatted(table, column))
                .param("thing", thing)
                .query(UUID.class)
                .single()));
    }

    /** The case that stands for this one now. */
    private UUID standing(CaseId caseId) {
        return about(caseId, """
                with recursive up (case_id, part_of) as (
                    select case_id, part_of from view.cases where case_id = :case
                    union
                    select above.case_id, above.part_of
                      from view.cases as above join up on above.case_id = up.part_of
                )
                select case_id from up where part_of is null
                """).query(UUID.class).optional().orElse(caseId.value());
    }

    /** Reckons it for all that changed. */
    void reckon() {
        if (!toReckon.isEmpty()) {
            tables.sql(RECKONING).param("cases", toReckon.toArray(UUID[]::new)).update();
            toReckon.clear();
        }
    }

    void touch(CaseId caseId, long version) {
        about(caseId, "update view.cases set version = :version where case_id = :case")
                .param("version", version)
                .update();
    }

    /** Which silence has been noted, if any. */
    void note(CaseId caseId, @Nullable LocalDate silentSince) {
        about(caseId, "update view.cases set noted_since = :since where case_id = :case")
                .param("since", silentSince, Types.DATE)
                .update();
    }

    private StatementSpec about(CaseId caseId, String sql) {
        return tables.sql(sql).param("case", caseId.value());
    }
}
