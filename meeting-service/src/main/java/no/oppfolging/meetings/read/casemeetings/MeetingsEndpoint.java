package no.oppfolging.meetings.read.casemeetings;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.meetings.domain.ConversationPurpose;
import no.oppfolging.meetings.domain.MeetingForm;
import no.oppfolging.meetings.domain.MeetingId;
import no.oppfolging.meetings.domain.MeetingKind;
import no.oppfolging.meetings.domain.Occasion;
import no.oppfolging.meetings.domain.ParticipantRole;
import no.oppfolging.meetings.read.casemeetings.MeetingRow.Status;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.eventlog.EventLog;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** A case's meetings over HTTP, and the words of an invitation at the moment it is sent. */
@RestController
public final class MeetingsEndpoint {
    /** What the table of authority may keep from somebody who sees that there is a meeting. */
    public static final String WHERE_AND_WHO = "where-and-who";

    public static final String WHEN = "when";

    /** Who was summoned to a dialogue meeting and who came, which aml § 4-6 (5) names; of no other conversation. */
    public static final String WHO_TO_THE_DIALOGUE_MEETING = "dialogue-meeting-who";

    private final MeetingsOfCases meetings;
    private final EventLog eventLog;
    private final Directory directory;
    private final Sentences sentences;

    public MeetingsEndpoint(MeetingsOfCases meetings, EventLog eventLog, Directory directory, Sentences sentences) {
        this.meetings = meetings;
        this.eventLog = eventLog;
        this.directory = directory;
        this.sentences = sentences;
    }

    /** All meetings of a case; the version is that of the case which new ones are summoned in. */
    public record CaseMeetingsShown(CaseId caseId, List<MeetingShown> meetings) {}

    /**
     * One meeting, with what the reader may see of it.
     *
     * @param entered it was held without a summons, and so has a day alone
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record MeetingShown(
            MeetingId meetingId,
            CaseId caseId,
            long version,
            MeetingKind kind,
            Status status,
            boolean entered,
            Optional<Instant> startsAt,
            Optional<Instant> endsAt,
            Optional<LocalDate> heldOn,
            boolean shortNotice,
            boolean noticeWaived,
            Optional<MeetingForm> form,
            Optional<String> place,
            Optional<String> reason,
            Optional<Occasion> occasion,
            Optional<List<ConversationPurpose>> purposes,
            Optional<List<ParticipantShown>> participants) {}

    /** Somebody summoned or there; without person and name where the role says who. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ParticipantShown(
            Optional<PersonId> person,
            ParticipantRole role,
            Optional<String> name,
            boolean summoned,
            boolean attended) {}

    /** What an invitation says; asked for when it is sent, and stored nowhere else. */
    public record InvitationWords(
            CaseId caseId,
            MeetingId meetingId,
            Status status,
            String title,
            String place,
            MeetingForm form,
            Instant startsAt,
            Instant endsAt) {}

    /** Whether the reader may know who is summoned to a meeting, and who came. */
    public static boolean tellsWho(Sight sight, MeetingKind kind) {
        return sight.sees(WHERE_AND_WHO) || (kind == MeetingKind.DM1 && sight.sees(WHO_TO_THE_DIALOGUE_MEETING));
    }

    @GetMapping("/api/cases/{caseId}/meetings")
    ResponseEntity<CaseMeetingsShown> ofCase(@PathVariable CaseId caseId, Visit visit) {
        var sight = visit.to(caseId);
        var followed = meetings.caseOf(caseId).orElseThrow(NotKnown::new);
        var shown = meetings.meetingsOf(followed.caseId()).stream()
                .map(meeting -> shown(meeting, sight))
                .toList();
        return Versions.shown(followed.version(), new CaseMeetingsShown(followed.caseId(), shown));
    }

    @GetMapping("/api/meetings/{meetingId}/invitation-words")
    InvitationWords words(
            @PathVariable MeetingId meetingId, @RequestParam CaseId caseId, Visit visit, Locale language) {
        visit.to(caseId);
        var meeting = meetings.meeting(caseId, meetingId).orElseThrow(NotKnown::new);
        refuseWhileBehind(meeting);
        return new InvitationWords(
                meeting.caseId(),
                meeting.meetingId(),
                meeting.status(),
                sentences.of("invitation.title", language),
                meeting.place().text(),
                meeting.form(),
                meeting.startsAt(),
                meeting.endsAt());
    }

    /** Who has heard that the meeting was moved must not be told the time from before: they ask again. */
    private void refuseWhileBehind(MeetingRow meeting) {
        var latest = eventLog.ofStream(meeting.caseId().value()).getLast();
        if (meeting.version() < latest.version()) {
            throw new ResponseStatusException(HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private MeetingShown shown(MeetingRow meeting, Sight sight) {
        var whole = sight.sees(WHERE_AND_WHO);
        return new MeetingShown(
                meeting.meetingId(),
                meeting.caseId(),
                meeting.version(),
                meeting.kind(),
                meeting.status(),
                meeting.entered(),
                meeting.entered() ? Optional.empty() : Optional.of(meeting.startsAt()),
                meeting.entered() ? Optional.empty() : Optional.of(meeting.endsAt()),
                meeting.heldOn(),
                meeting.shortNotice(),
                meeting.noticeWaived(),
                whole ? Optional.of(meeting.form()) : Optional.empty(),
                whole && !meeting.entered() ? Optional.of(meeting.place().text()) : Optional.empty(),
                whole ? meeting.reason().map(PersonalText::text) : Optional.empty(),
                whole ? meeting.occasion() : Optional.empty(),
                whole ? Optional.of(List.copyOf(meeting.purposes())) : Optional.empty(),
                tellsWho(sight, meeting.kind()) ? Optional.of(participants(meeting)) : Optional.empty());
    }

    private List<ParticipantShown> participants(MeetingRow meeting) {
        return meeting.participants().stream()
                .map(one -> new ParticipantShown(
                        one.person(),
                        one.role(),
                        one.person().flatMap(directory::displayName).map(PersonalText::text),
                        one.summoned(),
                        one.attended()))
                .toList();
    }
}
