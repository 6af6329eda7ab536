package no.oppfolging.meetings.read.casemeetings;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.Duty;
import no.oppfolging.meetings.domain.Duty.Standing;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Occasion;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Invited;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.platform.casefile.CaseFamilies;
import no.oppfolging.platform.casefile.KnownCases;
import no.oppfolging.platform.directory.EmploymentRelations.Belonging;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.Identifier;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;

/** Answers which meetings a case has, also those of cases that became part of it. */
public final class MeetingsOfCases implements Belonging, CaseFamilies {
    static final String PLACE = "place";
    static final String REASON = "reason";
    static final String OCCASION = "occasion";
    static final String PURPOSES = "purposes";

    private final ViewTables tables;
    private final KnownCases<FollowedCase> cases;
    private final PersonalTexts texts;

    public MeetingsOfCases(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.cases = new KnownCases<>(tables, (row, _) -> followedCase(row));
        this.texts = texts;
    }

    static String context(CaseId caseId, MeetingId meetingId, String field) {
        return "case_meetings meetings " + caseId + " " + meetingId + " " + field;
    }

    /** A case by its id; an absorbed one leads to the case it is now part of. */
    public Optional<FollowedCase> caseOf(CaseId caseId) {
        return cases.caseOf(caseId);
    }

    /** The cases of some employments, without those that became part of another. */
    public List<FollowedCase> ofEmployments(List<EmploymentId> employments) {
        return cases.ofEmployments(employments);
    }

    /** The cases of some organisations, without those that became part of another. */
    public List<FollowedCase> ofOrganisations(Collection<OrganisationNumber> organisations) {
        return cases.ofOrganisations(organisations);
    }

    /** When the meetings of some cases are, and how they stand; neither where nor who. */
    public Map<CaseId, List<MeetingTime>> timesOf(List<FollowedCase> survivors) {
        if (survivors.isEmpty()) {
            return Map.of();
        }
        var found = new HashMap<CaseId, List<MeetingTime>>();
        tables.sql("""
                with recursive family (survivor, case_id) as (
                    select case_id, case_id from view.cases where case_id in (:cases)
                    union
                    select family.survivor, cases.case_id
                      from view.cases join family on cases.part_of = family.case_id
                )
                select family.survivor, meeting_id, case_id, kind, status, starts_at, ends_at,
                       short_notice, notice_waived
                  from view.meetings join family using (case_id)
                 order by starts_at, meeting_id
                """)
                .param(
                        "cases",
                        survivors.stream().map(one -> one.caseId().value()).toList())
                .query(row -> {
                    found.computeIfAbsent(new CaseId(row.getObject("survivor", UUID.class)), _ -> new ArrayList<>())
                            .add(time(row));
                });
        return found;
    }

    private static MeetingTime time(ResultSet row) throws SQLException {
        return new MeetingTime(
                new CaseId(row.getObject("case_id", UUID.class)),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                MeetingKind.valueOf(row.getString("kind")),
                Status.valueOf(row.getString("status")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("short_notice"),
                row.getBoolean("notice_waived"));
    }

    /** The meetings of a case and of all that became part of it, the latest first. */
    public List<MeetingRow> meetingsOf(CaseId survivor) {
        var participants = participantsOf(survivor);
        return tables.sql("""
                with recursive family (case_id) as (
                    select case_id from view.cases where case_id = :case
                    union
                    select cases.case_id from view.cases join family on cases.part_of = family.case_id
                )
                select meetings.*, cases.employee, cases.version
                  from view.meetings
                  join family using (case_id)
                  join view.cases using (case_id)
                 order by starts_at desc, meeting_id
                """)
                .param("case", survivor.value())
                .query((row, _) -> meeting(row, participants))
                .list();
    }

    /** A meeting by its id and a case of the same employment: cases may have joined and parted since. */
    public Optional<MeetingRow> meeting(CaseId caseId, MeetingId meetingId) {
        return tables.sql("""
                select meetings.case_id
                  from view.meetings
                  join view.cases using (case_id)
                  join view.cases as asked using (employment_id)
                 where meeting_id = :meeting and asked.case_id = :case
                 order by asked.case_id = meetings.case_id desc
                 limit 1
                """)
                .param("meeting", meetingId.value())
                .param("case", caseId.value())
                .query(UUID.class)
                .optional()
                .flatMap(home -> meetingsOf(new CaseId(home)).stream()
                        .filter(meeting -> meeting.meetingId().equals(meetingId))
                        .findFirst());
    }

    @Override
    public Optional<EmploymentId> employmentOf(Identifier target) {
        return cases.employmentOf(target);
    }

    @Override
    public List<CaseId> familyOf(CaseId caseId) {
        return cases.familyOf(caseId);
    }

    private Map<UUID, List<Invited>> participantsOf(CaseId survivor) {
        var found = new HashMap<UUID, List<Invited>>();
        tables.sql("""
                with recursive family (case_id) as (
                    select case_id from view.cases where case_id = :case
                    union
                    select cases.case_id from view.cases join family on cases.part_of = family.case_id
                )
                select participants.* from view.participants join family using (case_id)
                 order by meeting_id, person_id
                """).param("case", survivor.value()).query(row -> {
            found.computeIfAbsent(row.getObject("meeting_id", UUID.class), _ -> new ArrayList<>())
                    .add(new Invited(
                            Optional.ofNullable(row.getObject("person_id", UUID.class))
                                    .map(PersonId::new),
                            ParticipantRole.valueOf(row.getString("role")),
                            row.getBoolean("summoned"),
                            row.getBoolean("attended")));
        });
        found.values().forEach(people -> people.sort(Comparator.comparing(Invited::role)));
        return found;
    }

    private static FollowedCase followedCase(ResultSet row) throws SQLException {
        return new FollowedCase(
                new CaseId(row.getObject("case_id", UUID.class)),
                new EmploymentId(row.getObject("employment_id", UUID.class)),
                new PersonId(row.getObject("employee", UUID.class)),
                Optional.ofNullable(row.getObject("part_of", UUID.class)).map(CaseId::new),
                duty(row),
                row.getBoolean("ended"),
                row.getLong("version"));
    }

    private static Optional<Duty> duty(ResultSet row) throws SQLException {
        var kind = row.getString("duty");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Duty(
                        MeetingKind.valueOf(kind),
                        row.getObject("due_on", LocalDate.class),
                        Standing.valueOf(row.getString("standing"))));
    }

    private MeetingRow meeting(ResultSet row, Map<UUID, List<Invited>> participants) throws SQLException {
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var meetingId = new MeetingId(row.getObject("meeting_id", UUID.class));
        var employee = new PersonId(row.getObject("employee", UUID.class));
        var status = Status.valueOf(row.getString("status"));
        var place = opened(employee, row.getString(PLACE), context(caseId, meetingId, PLACE));
        var reason = opened(employee, row.getString(REASON), context(caseId, meetingId, REASON));
        return new MeetingRow(
                caseId,
                meetingId,
                row.getLong("version"),
                MeetingKind.valueOf(row.getString("kind")),
                status,
                row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                place,
                MeetingForm.valueOf(row.getString("form")),
                row.getBoolean("short_notice"),
                row.getBoolean("notice_waived"),
                Optional.ofNullable(row.getObject("held_on", LocalDate.class)),
                status == Status.CANCELLED ? Optional.of(reason) : Optional.empty(),
                row.getBoolean("entered"),
                Occasion.of(opened(employee, row.getString(OCCASION), context(caseId, meetingId, OCCASION))),
                ConversationPurpose.of(opened(employee, row.getString(PURPOSES), context(caseId, meetingId, PURPOSES))),
                participants.getOrDefault(meetingId.value(), List.of()));
    }

    /** Opened for the answer alone; what had been erased before it came here is not there at all. */
    private PersonalText opened(PersonId employee, @Nullable String sealed, String context) {
        return sealed == null ? PersonalText.erased(employee) : texts.open(employee, sealed, context);
    }
}
