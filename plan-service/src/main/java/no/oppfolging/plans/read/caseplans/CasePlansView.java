package no.oppfolging.plans.read.caseplans;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.plans.domain.CasePlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.CaseAbsorbed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseEnded;
import no.oppfolging.plans.domain.CasePlanEvent.CaseFollowed;
import no.oppfolging.plans.domain.CasePlanEvent.CaseJoined;
import no.oppfolging.plans.domain.CasePlanEvent.CaseReleased;
import no.oppfolging.plans.domain.CasePlanEvent.CaseResumed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanAgreed;
import no.oppfolging.plans.domain.CasePlanEvent.PlanDutyNoted;
import no.oppfolging.plans.domain.CasePlanEvent.PlanEvent;
import no.oppfolging.plans.domain.CasePlanEvent.PlanPresented;
import no.oppfolging.plans.domain.CasePlanEvent.PlanSigned;
import no.oppfolging.plans.domain.CasePlanEvent.SignaturesVoided;
import no.oppfolging.plans.domain.CasePlanEvent.SigningRefused;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.platform.eventlog.RecordedEvent;
import no.oppfolging.platform.eventlog.Subscriber;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Keeps the rows of {@link PlansOfCases}: which cases are followed, and each plan version by version. */
public final class CasePlansView implements Subscriber {
    public static final String NAME = "case_plans_v1";

    private final JdbcClient jdbc;
    private final PersonalTexts texts;

    public CasePlansView(JdbcClient jdbc, PersonalTexts texts) {
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
            if (recorded.event() instanceof CasePlanEvent event) {
                fold(event, recorded);
                touch(event, recorded.version());
            }
        }
    }

    private void fold(CasePlanEvent event, RecordedEvent recorded) {
        switch (event) {
            case CaseFollowed followed -> follow(followed, recorded);
            case CaseAbsorbed _ -> {}
            case CaseJoined joined -> join(joined);
            case CaseReleased _ -> {}
            case CaseResumed resumed -> resume(resumed);
            case CaseEnded ended -> end(ended);
            case PlanDutyNoted noted -> note(noted);
            case PlanPresented presented -> present(presented, recorded);
            case PlanSigned signed -> sign(signed, recorded);
            case SigningRefused refused -> refuse(refused, recorded);
            case SignaturesVoided voided -> voidSignatures(voided);
            case PlanAgreed agreed -> agree(agreed);
        }
    }

    private void follow(CaseFollowed followed, RecordedEvent recorded) {
        jdbc.sql("""
                insert into case_plans_v1.cases (case_id, employment_id, organisation, employee, version)
                values (:case, :employment, :organisation, :employee, :version)
                on conflict (case_id) do nothing
                """)
                .param("case", followed.caseId().value())
                .param("employment", followed.employmentId().value())
                .param("organisation", recorded.organisation().value())
                .param("employee", followed.employee().value())
                .param("version", recorded.version())
                .update();
    }

    private void join(CaseJoined joined) {
        jdbc.sql("update case_plans_v1.cases set part_of = :survivor where case_id = :case")
                .param("survivor", joined.survivor().value())
                .param("case", joined.caseId().value())
                .update();
    }

    private void resume(CaseResumed resumed) {
        jdbc.sql("update case_plans_v1.cases set part_of = null, ended = false where case_id = :case")
                .param("case", resumed.caseId().value())
                .update();
    }

    private void end(CaseEnded ended) {
        jdbc.sql("update case_plans_v1.cases set ended = true where case_id = :case")
                .param("case", ended.caseId().value())
                .update();
    }

    private void note(PlanDutyNoted noted) {
        jdbc.sql("update case_plans_v1.cases set due_on = :due, standing = :standing where case_id = :case")
                .param("due", noted.duty().dueOn())
                .param("standing", noted.duty().standing().name())
                .param("case", noted.caseId().value())
                .update();
    }

    private void touch(CasePlanEvent event, long version) {
        jdbc.sql("update case_plans_v1.cases set version = :version where case_id = :case")
                .param("version", version)
                .param("case", event.caseId().value())
                .update();
    }

    private void present(PlanPresented presented, RecordedEvent recorded) {
        about(presented, """
                insert into case_plans_v1.versions
                       (case_id, plan_id, number, sections, evaluation_date, employee_contributed, salt, digest,
                        presented_at, presented_by)
                values (:case, :plan, :number, :sections, :evaluation, :contributed, :salt, :digest, :at, :by)
                on conflict (case_id, plan_id, number) do nothing
                """)
                .params(contentOf(presented))
                .param("digest", presented.digest().sha256())
                .param("at", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .param("by", whoever(recorded))
                .update();
    }

    private void sign(PlanSigned signed, RecordedEvent recorded) {
        var method = signed.signInMethod();
        about(signed, """
                insert into case_plans_v1.signatures
                       (case_id, plan_id, number, party, person_id, role, issuer, acr, amr, signed_at, voided)
                values (:case, :plan, :number, :party, :person, :role, :issuer, :acr, :amr, :at, false)
                on conflict (case_id, plan_id, number, party) do nothing
                """)
                .param("party", signed.by().name())
                .param("person", signed.person().value())
                .param("role", recorded.metadata().actor().role().name())
                .param("issuer", method.issuer())
                .param("acr", method.acr())
                .param("amr", method.amr().toArray(String[]::new))
                .param("at", signed.signedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void refuse(SigningRefused refused, RecordedEvent recorded) {
        var reason =
                sealed(refused, PlansOfCases.REASON + " " + recorded.position(), refused.reason(), Purpose.FREE_TEXT);
        about(refused, """
                insert into case_plans_v1.refusals (position, case_id, plan_id, number, person_id, reason, refused_at)
                values (:position, :case, :plan, :number, :person, :reason, :at)
                on conflict (position) do nothing
                """)
                .param("position", recorded.position())
                .param("person", refused.person().value())
                .param("reason", reason)
                .param("at", recorded.recordedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void voidSignatures(SignaturesVoided voided) {
        about(voided, """
                update case_plans_v1.signatures set voided = true
                 where case_id = :case and plan_id = :plan and number = :number
                """).update();
    }

    private void agree(PlanAgreed agreed) {
        about(agreed, """
                update case_plans_v1.versions set agreed_on = :day
                 where case_id = :case and plan_id = :plan and number = :number
                """).param("day", agreed.agreedOn()).update();
    }

    private Map<String, @Nullable Object> contentOf(PlanPresented presented) {
        var content = presented.content();
        var params = new HashMap<String, @Nullable Object>();
        params.put("sections", sealed(presented, content));
        params.put("evaluation", content.evaluationDate());
        params.put("contributed", content.employeeContributed());
        params.put("salt", sealed(presented, PlansOfCases.SALT, presented.salt(), Purpose.EVIDENCE));
        return params;
    }

    private @Nullable String sealed(PlanPresented presented, PlanContent content) {
        if (content.isErased()) {
            return null;
        }
        var sections = SectionsJson.write(content.goals().subject(), content.sections());
        return sealed(presented, PlansOfCases.SECTIONS, sections, Purpose.FREE_TEXT);
    }

    private @Nullable String sealed(PlanEvent event, String field, PersonalText text, Purpose purpose) {
        return text.isErased()
                ? null
                : texts.seal(text, Optional.of(event.caseId()), purpose, PlansOfCases.context(event, field));
    }

    private StatementSpec about(PlanEvent event, String sql) {
        return jdbc.sql(sql)
                .param("case", event.caseId().value())
                .param("plan", event.planId().value())
                .param("number", event.version());
    }

    private static String whoever(RecordedEvent recorded) {
        return switch (recorded.metadata().actor()) {
            case Actor.Person person -> person.id().toString();
            case Actor.Automatic automatic -> automatic.name();
        };
    }
}
