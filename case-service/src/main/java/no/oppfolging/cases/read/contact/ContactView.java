package no.oppfolging.cases.read.contact;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseClosed;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseOpened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasePeriodChanged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseReopened;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CaseSplit;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.CasesMerged;
import no.oppfolging.cases.domain.EmploymentFollowUpEvent.DialogueMeetingNoted;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpClosed;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpOpened;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpEvent.FollowUpReopened;
import no.oppfolging.cases.domain.contact.CaseContactEvent;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactAgreed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactFoundInTime;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactLogged;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactProposed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactStruck;
import no.oppfolging.cases.domain.contact.CaseContactEvent.DoctorContactNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.HandOverRead;
import no.oppfolging.cases.domain.contact.CaseContactEvent.HandedOver;
import no.oppfolging.cases.domain.contact.CaseContactEvent.MeetingNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.NewsShared;
import no.oppfolging.cases.domain.contact.CaseContactEvent.PossibleWorkDescribed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestAnswered;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestMade;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestWithdrawn;
import no.oppfolging.cases.domain.contact.CaseContactEvent.SilenceNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.StruckMeetingNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.WorkAbilityStated;
import no.oppfolging.cases.domain.contact.ContactTerms;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.platform.eventlog.Projection;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.ViewTables;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Keeps the rows of {@link Contacts}: what the two of each case have said to one another, and when last. What was said
 * stays where it was said, and is shown with the case that its days belong to: with the survivor once cases are one,
 * and with its own again, or with the later part, once they are not.
 */
public final class ContactView implements Projection {
    public static final String NAME = "contact";

    private final ViewTables tables;
    private final ContactCases cases;
    private final PersonalTexts texts;

    public ContactView(ViewTables tables, PersonalTexts texts) {
        this.tables = tables;
        this.cases = new ContactCases(tables);
        this.texts = texts;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            switch (recorded.event()) {
                case CaseOpened opened -> cases.open(opened.caseId(), opened.employee(), opened.start(), recorded);
                case CasePeriodChanged changed -> cases.begin(changed.caseId(), changed.start());
                case CasesMerged merged -> cases.merge(merged);
                case CaseSplit split -> cases.split(split);
                case CaseClosed closed -> cases.close(closed.caseId());
                case CaseReopened reopened ->
                    cases.reopen(reopened.caseId(), When.of(recorded).day());
                // Of meetings held before MeetingNoted was there, old logs tell by this alone.
                case DialogueMeetingNoted noted -> meet(noted.caseId(), noted.meetingId(), noted.heldOn());
                case FollowUpOpened opened -> cases.open(opened.caseId(), opened.employee(), opened.on(), recorded);
                case FollowUpClosed closed -> cases.close(closed.caseId());
                case FollowUpReopened reopened -> cases.reopen(reopened.caseId(), reopened.on());
                case CaseContactEvent event -> {
                    fold(event, recorded);
                    cases.touch(event.caseId(), recorded.version());
                }
                default -> {}
            }
        }
        cases.reckon();
    }

    private void fold(CaseContactEvent event, RecordedEvent recorded) {
        var when = When.of(recorded);
        switch (event) {
            case ContactProposed e -> propose(e, when);
            case ContactAgreed e -> agree(e, when);
            case ContactLogged e -> log(e, when);
            case ContactStruck e -> strike(e);
            case MeetingNoted e -> meet(e.caseId(), e.meetingId(), e.on());
            case StruckMeetingNoted e -> forget(e.meetingId());
            case ContactFoundInTime e -> cases.note(e.caseId(), null);
            case NewsShared e -> share(e, when);
            case DoctorContactNoted e -> note(e, when);
            case SilenceNoted e -> cases.note(e.caseId(), e.since());
            case WorkAbilityStated e -> state(e, when);
            case PossibleWorkDescribed e -> describe(e, when);
            case RequestMade e -> make(e, when);
            case RequestAnswered e -> answer(e, when, recorded);
            case RequestWithdrawn e -> withdraw(e, when);
            case HandedOver e -> handOver(e, when);
            case HandOverRead e -> read(e, when);
        }
    }

    /** When something was said: the day, for people, and the instant, for what came first. */
    private record When(LocalDate day, OffsetDateTime at) {
        static When of(RecordedEvent recorded) {
            return new When(
                    LegalDay.of(recorded.recordedAt()), recorded.recordedAt().atOffset(ZoneOffset.UTC));
        }
    }

    // how they keep contact, and that they did

    private void meet(CaseId caseId, UUID meeting, LocalDate day) {
        about(caseId, """
                insert into view.meetings (case_id, shown_in, meeting_id, held_on)
                values (:case, :case, :meeting, :day)
                on conflict (case_id, meeting_id) do update set held_on = excluded.held_on
                """).param("meeting", meeting).param("day", day).update();
        cases.refreshWhereShown("meetings", "meeting_id", caseId, meeting);
    }

    /** In whichever case it was noted: cases may have joined and parted since. */
    private void forget(UUID meeting) {
        tables.sql("delete from view.meetings where meeting_id = :meeting returning shown_in")
                .param("meeting", meeting)
                .query(UUID.class)
                .list()
                .forEach(shownIn -> cases.refresh(new CaseId(shownIn)));
    }

    /** Whatever was proposed before is off the table. */
    private void propose(ContactProposed proposed, When when) {
        withoutProposal(proposed.caseId());
        terms(
                proposed.caseId(),
                proposed.caseId().value(),
                false,
                proposed.proposalId(),
                proposed.by(),
                proposed.terms(),
                when);
    }

    private void withoutProposal(CaseId caseId) {
        about(caseId, "delete from view.terms where case_id = :case and not agreed")
                .update();
    }

    private void terms(
            CaseId caseId, UUID shownIn, boolean agreed, UUID proposal, Party by, ContactTerms terms, When when) {
        about(caseId, """
                insert into view.terms
                       (case_id, shown_in, agreed, proposal_id, proposed_by, told_on, told_at, every_days, channels,
                        days, who)
                values (:case, :shown, :agreed, :proposal, :by, :day, :at, :every, :channels, :days, :who)
                on conflict (case_id, shown_in, agreed) do update
                   set proposal_id = excluded.proposal_id, proposed_by = excluded.proposed_by,
                       told_on = excluded.told_on, told_at = excluded.told_at, every_days = excluded.every_days,
                       channels = excluded.channels, days = excluded.days, who = excluded.who
                """)
                .param("shown", shownIn)
                .param("agreed", agreed)
                .param("proposal", proposal)
                .param("by", by.name())
                .param("day", when.day())
                .param("at", when.at())
                .param("every", terms.everyDays())
                .param("channels", namesOf(terms.channels()))
                .param("days", namesOf(terms.days()))
                .param("who", terms.who().name())
                .update();
    }

    private static String[] namesOf(Collection<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).toArray(String[]::new);
    }

    /** Agreed where it was proposed. */
    private void agree(ContactAgreed agreed, When when) {
        var shownIn = about(agreed.caseId(), """
                select shown_in from view.terms where case_id = :case and not agreed
                """)
                .query(UUID.class)
                .optional()
                .orElse(agreed.caseId().value());
        withoutProposal(agreed.caseId());
        terms(agreed.caseId(), shownIn, true, agreed.proposalId(), agreed.by().other(), agreed.terms(), when);
        cases.refresh(new CaseId(shownIn));
    }

    private void log(ContactLogged logged, When when) {
        about(logged.caseId(), """
                insert into view.contacts
                       (case_id, shown_in, contact_id, held_on, told_at, channel, who, logged_by, struck, kind_sealed)
                values (:case, :case, :contact, :day, :at, :channel, :who, :by, false, :kind)
                """)
                .param("at", when.at())
                .param("contact", logged.contactId())
                .param("day", logged.on())
                .param("channel", logged.channel().name())
                .param("who", logged.who().name())
                .param("by", logged.by().name())
                .param(
                        "kind",
                        sealed(
                                logged.caseId(),
                                Contacts.kindOf(logged.caseId(), logged.contactId()),
                                Purpose.REASON_CODE,
                                logged.kind()))
                .update();
        cases.refresh(logged.caseId());
    }

    private void strike(ContactStruck struck) {
        about(struck.caseId(), """
                update view.contacts set struck = true where case_id = :case and contact_id = :contact
                """).param("contact", struck.contactId()).update();
        cases.refreshWhereShown("contacts", "contact_id", struck.caseId(), struck.contactId());
    }

    private void note(DoctorContactNoted noted, When when) {
        about(noted.caseId(), """
                insert into view.doctor_contacts (case_id, shown_in, held_on, told_at)
                values (:case, :case, :day, :at)
                """)
                .param("day", noted.on())
                .param("at", when.at())
                .update();
    }

    private void share(NewsShared shared, When when) {
        about(shared.caseId(), """
                insert into view.news (case_id, shown_in, news_id, shared_on, told_at, text_sealed)
                values (:case, :case, :news, :day, :at, :text)
                """)
                .param("news", shared.newsId())
                .param("day", when.day())
                .param("at", when.at())
                .param(
                        "text",
                        sealed(shared.caseId(), Contacts.newsOf(shared.caseId(), shared.newsId()), shared.news()))
                .update();
    }

    // what work is possible

    private void state(WorkAbilityStated stated, When when) {
        about(stated.caseId(), """
                insert into view.abilities (case_id, shown_in, stated_on, told_at, can_sealed, cannot_sealed)
                values (:case, :case, :day, :at, :can, :cannot)
                on conflict (case_id, shown_in) do update
                   set stated_on = excluded.stated_on, told_at = excluded.told_at, can_sealed = excluded.can_sealed,
                       cannot_sealed = excluded.cannot_sealed
                """)
                .param("day", when.day())
                .param("at", when.at())
                .param("can", sealed(stated.caseId(), Contacts.textOf(stated.caseId(), Contacts.CAN), stated.can()))
                .param(
                        "cannot",
                        sealed(stated.caseId(), Contacts.textOf(stated.caseId(), Contacts.CANNOT), stated.cannot()))
                .update();
    }

    private void describe(PossibleWorkDescribed described, When when) {
        var caseId = described.caseId();
        about(caseId, """
                insert into view.possible_work
                       (case_id, shown_in, described_on, told_at, tasks_sealed, adaptations_sealed)
                values (:case, :case, :day, :at, :tasks, :adaptations)
                on conflict (case_id, shown_in) do update
                   set described_on = excluded.described_on, told_at = excluded.told_at,
                       tasks_sealed = excluded.tasks_sealed, adaptations_sealed = excluded.adaptations_sealed
                """)
                .param("day", when.day())
                .param("at", when.at())
                .param("tasks", sealed(caseId, Contacts.textOf(caseId, Contacts.TASKS), described.tasks()))
                .param(
                        "adaptations",
                        sealed(caseId, Contacts.textOf(caseId, Contacts.ADAPTATIONS), described.adaptations()))
                .update();
    }

    // what the employee has asked for

    private void make(RequestMade made, When when) {
        var caseId = made.caseId();
        about(caseId, """
                insert into view.requests
                       (case_id, shown_in, request_id, made_on, told_at, answer_by, standing, kind_sealed, reason_sealed)
                values (:case, :case, :request, :day, :at, :by, 'WAITING', :kind, :reason)
                """)
                .param("request", made.requestId())
                .param("day", when.day())
                .param("at", when.at())
                .param("by", made.answerBy())
                .param(
                        "kind",
                        sealed(
                                caseId,
                                Contacts.requestOf(caseId, made.requestId(), Contacts.KIND),
                                Purpose.REASON_CODE,
                                made.kind()))
                .param(
                        "reason",
                        sealed(caseId, Contacts.requestOf(caseId, made.requestId(), Contacts.REASON), made.reason()))
                .update();
    }

    private void answer(RequestAnswered answered, When when, RecordedEvent recorded) {
        var caseId = answered.caseId();
        about(caseId, """
                update view.requests
                   set standing = :standing, answered_on = :day, answered_at = :at, answered_as = :role,
                       answer_sealed = :answer
                 where case_id = :case and request_id = :request
                """)
                .param("request", answered.requestId())
                .param("standing", answered.agreed() ? "AGREED" : "DECLINED")
                .param("day", when.day())
                .param("at", when.at())
                .param("role", recorded.metadata().actor().role().name())
                .param(
                        "answer",
                        sealed(
                                caseId,
                                Contacts.requestOf(caseId, answered.requestId(), Contacts.ANSWER),
                                answered.reason()))
                .update();
    }

    private void withdraw(RequestWithdrawn withdrawn, When when) {
        about(withdrawn.caseId(), """
                update view.requests set standing = 'WITHDRAWN', answered_on = :day
                 where case_id = :case and request_id = :request
                """)
                .param("request", withdrawn.requestId())
                .param("day", when.day())
                .update();
    }

    // who leads

    private void handOver(HandedOver handed, When when) {
        about(handed.caseId(), """
                insert into view.hand_overs
                       (case_id, shown_in, hand_over_id, led_by, leads_from, opens_on, told_at)
                values (:case, :case, :handOver, :to, :day, :opens, :at)
                """)
                .param("at", when.at())
                .param("handOver", handed.handOverId())
                .param("to", handed.to().value())
                .param("day", handed.on())
                .param("opens", handed.opensOn())
                .update();
    }

    private void read(HandOverRead read, When when) {
        about(read.caseId(), """
                update view.hand_overs set read_on = :day where case_id = :case and hand_over_id = :handOver
                """)
                .param("handOver", read.handOverId())
                .param("day", when.day())
                .update();
    }

    private StatementSpec about(CaseId caseId, String sql) {
        return tables.sql(sql).param("case", caseId.value());
    }

    private @Nullable String sealed(CaseId caseId, String context, PersonalText text) {
        return sealed(caseId, context, Purpose.FREE_TEXT, text);
    }

    private @Nullable String sealed(CaseId caseId, String context, Purpose purpose, PersonalText text) {
        return text.isErased() ? null : texts.seal(text, Optional.of(caseId), purpose, context);
    }
}
