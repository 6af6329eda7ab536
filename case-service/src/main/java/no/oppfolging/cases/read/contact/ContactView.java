package no.oppfolging.cases.read.contact;

import java.time.LocalDate;
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
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactLogged;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactProposed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.ContactStruck;
import no.oppfolging.cases.domain.contact.CaseContactEvent.DoctorContactNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.HandOverRead;
import no.oppfolging.cases.domain.contact.CaseContactEvent.HandedOver;
import no.oppfolging.cases.domain.contact.CaseContactEvent.NewsShared;
import no.oppfolging.cases.domain.contact.CaseContactEvent.PossibleWorkDescribed;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestAnswered;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestMade;
import no.oppfolging.cases.domain.contact.CaseContactEvent.RequestWithdrawn;
import no.oppfolging.cases.domain.contact.CaseContactEvent.SilenceNoted;
import no.oppfolging.cases.domain.contact.CaseContactEvent.WorkAbilityStated;
import no.oppfolging.cases.domain.contact.ContactTerms;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keeps the rows of {@link Contacts}: what the two of each case have said to one another, and when last. */
public final class ContactView implements Subscriber {
    public static final String NAME = "contact_v1";

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    public ContactView(JdbcClient jdbc, PersonalTexts texts) {
        this.jdbc = jdbc;
        this.texts = texts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void receive(List<RecordedEvent> batch) {
        for (var recorded : batch) {
            switch (recorded.event()) {
                case CaseOpened opened -> open(opened.caseId(), opened.employee(), opened.start(), recorded);
                case CasePeriodChanged changed -> begin(changed.caseId(), changed.start());
                case CasesMerged merged -> merge(merged);
                case CaseSplit split -> partOf(split.created(), null);
                case CaseClosed closed -> close(closed.caseId());
                case CaseReopened reopened -> reopen(reopened.caseId(), dayOf(recorded));
                case DialogueMeetingNoted noted -> meet(noted.caseId(), noted.heldOn());
                case FollowUpOpened opened -> open(opened.caseId(), opened.employee(), opened.on(), recorded);
                case FollowUpClosed closed -> close(closed.caseId());
                case FollowUpReopened reopened -> reopen(reopened.caseId(), reopened.on());
                case CaseContactEvent event -> {
                    fold(event, recorded);
                    touch(event.caseId(), recorded.version());
                }
                default -> {}
            }
        }
    }

    private void fold(CaseContactEvent event, RecordedEvent recorded) {
        var day = dayOf(recorded);
        switch (event) {
            case ContactProposed e -> terms(e.caseId(), false, e.proposalId(), e.by(), e.terms(), day);
            case ContactAgreed e -> agree(e, day);
            case ContactLogged e -> log(e);
            case ContactStruck e -> strike(e);
            case NewsShared e -> share(e, day);
            case DoctorContactNoted e -> note(e);
            case SilenceNoted e -> note(e);
            case WorkAbilityStated e -> state(e, day);
            case PossibleWorkDescribed e -> describe(e, day);
            case RequestMade e -> make(e, day);
            case RequestAnswered e -> answer(e, day, recorded);
            case RequestWithdrawn e -> withdraw(e, day);
            case HandedOver e -> handOver(e);
            case HandOverRead e -> read(e, day);
        }
    }

    private static LocalDate dayOf(RecordedEvent recorded) {
        return LegalDay.of(recorded.recordedAt());
    }

    // which cases there are

    private void open(CaseId caseId, PersonId employee, LocalDate start, RecordedEvent recorded) {
        about(caseId, """
                insert into contact_v1.cases
                       (case_id, organisation, employee, started_on, closed, version, since)
                values (:case, :organisation, :employee, :start, false, 0, :start)
                on conflict (case_id) do update
                   set started_on = excluded.started_on, closed = false, part_of = null
                """)
                .param("organisation", recorded.organisation().value())
                .param("employee", employee.value())
                .param("start", start)
                .update();
        refresh(caseId);
    }

    private void begin(CaseId caseId, LocalDate start) {
        about(caseId, "update contact_v1.cases set started_on = :start where case_id = :case")
                .param("start", start)
                .update();
        refresh(caseId);
    }

    /** What was said in the absorbed case is said in the survivor too. */
    private void merge(CasesMerged merged) {
        partOf(merged.absorbed(), merged.survivor());
        about(merged.survivor(), """
                update contact_v1.cases
                   set heard_on = greatest(cases.heard_on, absorbed.heard_on),
                       met_on = greatest(cases.met_on, absorbed.met_on),
                       agreed_on = greatest(cases.agreed_on, absorbed.agreed_on),
                       every_days = coalesce(cases.every_days, absorbed.every_days)
                  from contact_v1.cases as absorbed
                 where cases.case_id = :case and absorbed.case_id = :absorbed
                """)
                .param("absorbed", merged.absorbed().value())
                .update();
        refresh(merged.survivor());
    }

    private void partOf(CaseId caseId, @Nullable CaseId survivor) {
        about(caseId, "update contact_v1.cases set part_of = :survivor where case_id = :case")
                .param("survivor", survivor == null ? null : survivor.value(), java.sql.Types.OTHER)
                .update();
    }

    private void close(CaseId caseId) {
        about(caseId, "update contact_v1.cases set closed = true where case_id = :case")
                .update();
    }

    /** The silence while it was closed was nobody's. */
    private void reopen(CaseId caseId, LocalDate day) {
        about(caseId, "update contact_v1.cases set closed = false, resumed_on = :day where case_id = :case")
                .param("day", day)
                .update();
        refresh(caseId);
    }

    private void meet(CaseId caseId, LocalDate day) {
        about(caseId, "update contact_v1.cases set met_on = greatest(met_on, :day) where case_id = :case")
                .param("day", day)
                .update();
        refresh(caseId);
    }

    private void refresh(CaseId caseId) {
        about(caseId, """
                update contact_v1.cases
                   set since = greatest(started_on, heard_on, met_on, agreed_on, resumed_on)
                 where case_id = :case
                """).update();
    }

    private void touch(CaseId caseId, long version) {
        about(caseId, "update contact_v1.cases set version = :version where case_id = :case")
                .param("version", version)
                .update();
    }

    // how they keep contact, and that they did

    private void terms(CaseId caseId, boolean agreed, UUID proposal, Party by, ContactTerms terms, LocalDate day) {
        about(caseId, """
                insert into contact_v1.terms
                       (case_id, agreed, proposal_id, proposed_by, told_on, every_days, channels, days, who)
                values (:case, :agreed, :proposal, :by, :day, :every, :channels, :days, :who)
                on conflict (case_id, agreed) do update
                   set proposal_id = excluded.proposal_id, proposed_by = excluded.proposed_by,
                       told_on = excluded.told_on, every_days = excluded.every_days, channels = excluded.channels,
                       days = excluded.days, who = excluded.who
                """)
                .param("agreed", agreed)
                .param("proposal", proposal)
                .param("by", by.name())
                .param("day", day)
                .param("every", terms.everyDays())
                .param("channels", namesOf(terms.channels()))
                .param("days", namesOf(terms.days()))
                .param("who", terms.who().name())
                .update();
    }

    private static String[] namesOf(Collection<? extends Enum<?>> some) {
        return some.stream().map(Enum::name).toArray(String[]::new);
    }

    private void agree(ContactAgreed agreed, LocalDate day) {
        about(agreed.caseId(), "delete from contact_v1.terms where case_id = :case and not agreed")
                .update();
        terms(agreed.caseId(), true, agreed.proposalId(), agreed.by().other(), agreed.terms(), day);
        about(agreed.caseId(), """
                update contact_v1.cases set agreed_on = :day, every_days = :every where case_id = :case
                """)
                .param("day", day)
                .param("every", agreed.terms().everyDays())
                .update();
        refresh(agreed.caseId());
    }

    private void log(ContactLogged logged) {
        about(logged.caseId(), """
                insert into contact_v1.contacts
                       (case_id, contact_id, held_on, channel, who, logged_by, struck, kind_sealed)
                values (:case, :contact, :day, :channel, :who, :by, false, :kind)
                """)
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
        hear(logged.caseId());
    }

    private void strike(ContactStruck struck) {
        about(struck.caseId(), """
                update contact_v1.contacts set struck = true where case_id = :case and contact_id = :contact
                """).param("contact", struck.contactId()).update();
        hear(struck.caseId());
    }

    private void hear(CaseId caseId) {
        about(caseId, """
                update contact_v1.cases
                   set heard_on = (select max(held_on) from contact_v1.contacts where case_id = :case and not struck)
                 where case_id = :case
                """).update();
        refresh(caseId);
    }

    private void note(DoctorContactNoted noted) {
        about(noted.caseId(), "insert into contact_v1.doctor_contacts (case_id, held_on) values (:case, :day)")
                .param("day", noted.on())
                .update();
    }

    private void note(SilenceNoted noted) {
        about(noted.caseId(), "update contact_v1.cases set noted_since = :since where case_id = :case")
                .param("since", noted.since())
                .update();
    }

    private void share(NewsShared shared, LocalDate day) {
        about(shared.caseId(), """
                insert into contact_v1.news (case_id, news_id, shared_on, text_sealed)
                values (:case, :news, :day, :text)
                """)
                .param("news", shared.newsId())
                .param("day", day)
                .param(
                        "text",
                        sealed(shared.caseId(), Contacts.newsOf(shared.caseId(), shared.newsId()), shared.news()))
                .update();
    }

    // what work is possible

    private void state(WorkAbilityStated stated, LocalDate day) {
        about(stated.caseId(), """
                insert into contact_v1.abilities (case_id, stated_on, can_sealed, cannot_sealed)
                values (:case, :day, :can, :cannot)
                on conflict (case_id) do update
                   set stated_on = excluded.stated_on, can_sealed = excluded.can_sealed,
                       cannot_sealed = excluded.cannot_sealed
                """)
                .param("day", day)
                .param("can", sealed(stated.caseId(), Contacts.textOf(stated.caseId(), Contacts.CAN), stated.can()))
                .param(
                        "cannot",
                        sealed(stated.caseId(), Contacts.textOf(stated.caseId(), Contacts.CANNOT), stated.cannot()))
                .update();
    }

    private void describe(PossibleWorkDescribed described, LocalDate day) {
        var caseId = described.caseId();
        about(caseId, """
                insert into contact_v1.possible_work (case_id, described_on, tasks_sealed, adaptations_sealed)
                values (:case, :day, :tasks, :adaptations)
                on conflict (case_id) do update
                   set described_on = excluded.described_on, tasks_sealed = excluded.tasks_sealed,
                       adaptations_sealed = excluded.adaptations_sealed
                """)
                .param("day", day)
                .param("tasks", sealed(caseId, Contacts.textOf(caseId, Contacts.TASKS), described.tasks()))
                .param(
                        "adaptations",
                        sealed(caseId, Contacts.textOf(caseId, Contacts.ADAPTATIONS), described.adaptations()))
                .update();
    }

    // what the employee has asked for

    private void make(RequestMade made, LocalDate day) {
        var caseId = made.caseId();
        about(caseId, """
                insert into contact_v1.requests
                       (case_id, request_id, made_on, answer_by, standing, kind_sealed, reason_sealed)
                values (:case, :request, :day, :by, 'WAITING', :kind, :reason)
                """)
                .param("request", made.requestId())
                .param("day", day)
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

    private void answer(RequestAnswered answered, LocalDate day, RecordedEvent recorded) {
        var caseId = answered.caseId();
        about(caseId, """
                update contact_v1.requests
                   set standing = :standing, answered_on = :day, answered_as = :role, answer_sealed = :answer
                 where case_id = :case and request_id = :request
                """)
                .param("request", answered.requestId())
                .param("standing", answered.agreed() ? "AGREED" : "DECLINED")
                .param("day", day)
                .param("role", recorded.metadata().actor().role().name())
                .param(
                        "answer",
                        sealed(
                                caseId,
                                Contacts.requestOf(caseId, answered.requestId(), Contacts.ANSWER),
                                answered.reason()))
                .update();
    }

    private void withdraw(RequestWithdrawn withdrawn, LocalDate day) {
        about(withdrawn.caseId(), """
                update contact_v1.requests set standing = 'WITHDRAWN', answered_on = :day
                 where case_id = :case and request_id = :request
                """)
                .param("request", withdrawn.requestId())
                .param("day", day)
                .update();
    }

    // who leads

    private void handOver(HandedOver handed) {
        about(handed.caseId(), """
                insert into contact_v1.hand_overs (case_id, hand_over_id, led_by, leads_from, opens_on, told_at)
                values (:case, :handOver, :to, :day, :opens,
                        (select count(*) from contact_v1.hand_overs where case_id = :case))
                """)
                .param("handOver", handed.handOverId())
                .param("to", handed.to().value())
                .param("day", handed.on())
                .param("opens", handed.opensOn())
                .update();
    }

    private void read(HandOverRead read, LocalDate day) {
        about(read.caseId(), """
                update contact_v1.hand_overs set read_on = :day where case_id = :case and hand_over_id = :handOver
                """)
                .param("handOver", read.handOverId())
                .param("day", day)
                .update();
    }

    private StatementSpec about(CaseId caseId, String sql) {
        return jdbc.sql(sql).param("case", caseId.value());
    }

    private @Nullable String sealed(CaseId caseId, String context, PersonalText text) {
        return sealed(caseId, context, Purpose.FREE_TEXT, text);
    }

    private @Nullable String sealed(CaseId caseId, String context, Purpose purpose, PersonalText text) {
        return text.isErased() ? null : texts.seal(text, Optional.of(caseId), purpose, context);
    }
}
