package no.oppfolging.plans.read.caseplans;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import no.oppfolging.plans.domain.MeasureId;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDocument;
import no.oppfolging.plans.domain.PlanId;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.plans.read.caseplans.PlanRow.DoctorCopy;
import no.oppfolging.plans.read.caseplans.PlanRow.MeasureStanding;
import no.oppfolging.plans.read.caseplans.PlanRow.Signature;
import no.oppfolging.plans.read.caseplans.PlanRow.Standing;
import no.oppfolging.plans.read.caseplans.PlanRow.Version;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.MeasureVerb;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.security.Sight;
import no.oppfolging.platform.web.Sentences;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A case's plans over HTTP, and the words of a notice that one waits to be signed. */
@RestController
public final class PlansEndpoint {
    /** What the table of authority may keep from somebody who sees how far a plan has come. */
    public static final String WORDS = "words";

    public static final String STATUS = "status";

    private final PlansOfCases plans;
    private final Directory directory;
    private final Sentences sentences;
    private final Clock clock;

    public PlansEndpoint(PlansOfCases plans, Directory directory, Sentences sentences, Clock clock) {
        this.plans = plans;
        this.directory = directory;
        this.sentences = sentences;
        this.clock = clock;
    }

    /** All plans of a case; the version is that of the case which new versions are presented in. */
    public record CasePlansShown(CaseId caseId, List<PlanShown> plans) {}

    /** One plan, version by version; {@code version} is that of the stream a change of it must have seen. */
    public record PlanShown(
            PlanId planId, CaseId caseId, long version, Standing standing, List<VersionShown> versions) {}

    /**
     * One version, with what the reader may see of it.
     *
     * @param document exactly what is signed (RFC 8785); its SHA-256 is the digest
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record VersionShown(
            int version,
            String digest,
            Standing standing,
            Instant presentedAt,
            Optional<LocalDate> agreedOn,
            Optional<LocalDate> givenToDoctorOn,
            List<SignatureShown> signatures,
            Optional<Map<String, String>> sections,
            Optional<List<MeasureShown>> plannedMeasures,
            Optional<LocalDate> evaluationDate,
            Optional<Boolean> employeeContributed,
            Optional<String> document,
            Optional<List<RefusalShown>> refusals) {}

    /** One measure: what, in which of the eight ways, whose, and by when. */
    public record MeasureShown(MeasureId id, MeasureVerb category, String what, Party responsible, LocalDate dueOn) {}

    /** A signature: that it was given, and for who may know, by whom and how they had signed in. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record SignatureShown(
            Party by,
            Instant signedAt,
            boolean voided,
            Optional<PersonId> person,
            Optional<String> name,
            Optional<Role> role,
            Optional<SignInMethod> signInMethod) {}

    /** That the employee would not sign, and why. */
    public record RefusalShown(Instant refusedAt, String reason) {}

    /** What a notice says, and whom it is for; asked for when it is sent, and stored nowhere else. */
    public record NoticeWords(
            CaseId caseId, PlanId planId, int version, String title, boolean waiting, List<Awaited> waitsFor) {}

    /** Somebody whose signature is missing; nobody in particular while nobody leads the employee. */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Awaited(Party party, Optional<PersonId> person) {}

    /**
     * Whether a notice about a measure is still true.
     *
     * @param version of the plan in force; 0 while there is none
     */
    public record MeasureNoticeWords(
            CaseId caseId, PlanId planId, MeasureId measureId, int version, MeasureStanding standing) {}

    @GetMapping("/api/cases/{caseId}/plans")
    ResponseEntity<CasePlansShown> ofCase(@PathVariable CaseId caseId, Visit visit) {
        var sight = visit.to(caseId);
        var followed = plans.caseOf(caseId).orElseThrow(NotKnown::new);
        var shown = plans.plansOf(followed.caseId()).stream()
                .map(plan -> shown(plan, sight))
                .toList();
        return Versions.shown(followed.version(), new CasePlansShown(followed.caseId(), shown));
    }

    @GetMapping("/api/plans/{planId}/notice-words")
    NoticeWords words(@PathVariable PlanId planId, @RequestParam CaseId caseId, Visit visit, Locale language) {
        visit.to(caseId);
        var plan = plans.plan(caseId, planId).orElseThrow(NotKnown::new);
        var waitsFor = plan.latest().isAgreed()
                ? List.<Awaited>of()
                : plan.latest().waitsFor().stream()
                        .map(party -> awaited(plan, party))
                        .toList();
        return new NoticeWords(
                plan.caseId(),
                plan.planId(),
                plan.latest().number(),
                sentences.of("notice.title", language),
                !waitsFor.isEmpty(),
                waitsFor);
    }

    @GetMapping("/api/plans/measures/{measureId}/notice-words")
    MeasureNoticeWords words(@PathVariable MeasureId measureId, @RequestParam CaseId caseId, Visit visit) {
        visit.to(caseId);
        var followed = plans.caseOf(caseId).orElseThrow(NotKnown::new);
        var plan = plans.plansOf(followed.caseId()).stream()
                .filter(one -> one.caseId().equals(caseId) && one.hasPlanned(measureId))
                .findFirst()
                .orElseThrow(NotKnown::new);
        var isOver = followed.ended() || !followed.caseId().equals(caseId);
        return new MeasureNoticeWords(
                plan.caseId(),
                plan.planId(),
                measureId,
                plan.inForce().map(Version::number).orElse(0),
                isOver ? MeasureStanding.CASE_OVER : plan.standingOf(measureId, LegalDay.of(clock.instant())));
    }

    private Awaited awaited(PlanRow plan, Party party) {
        return new Awaited(
                party,
                switch (party) {
                    case EMPLOYEE -> Optional.of(plan.employee());
                    case MANAGER -> directory.leaderOf(plan.employmentId(), clock.instant());
                });
    }

    private PlanShown shown(PlanRow plan, Sight sight) {
        var versions = plan.versions().stream()
                .map(version -> shown(plan, version, sight.sees(WORDS)))
                .toList();
        return new PlanShown(plan.planId(), plan.caseId(), plan.streamVersion(), plan.standing(), versions);
    }

    private VersionShown shown(PlanRow plan, Version version, boolean words) {
        var content = version.content();
        return new VersionShown(
                version.number(),
                version.digest().sha256(),
                version.standing(),
                version.presentedAt(),
                version.agreedOn(),
                version.doctorCopy().map(DoctorCopy::givenOn),
                version.signatures().stream().map(one -> shown(one, words)).toList(),
                words ? Optional.of(plain(content.sections())) : Optional.empty(),
                words ? Optional.of(measures(content)) : Optional.empty(),
                words ? Optional.of(content.evaluationDate()) : Optional.empty(),
                words ? Optional.of(content.employeeContributed()) : Optional.empty(),
                words
                        ? version.document(plan.caseId(), plan.planId()).map(PlanDocument::canonicalJson)
                        : Optional.empty(),
                words ? Optional.of(refusals(version)) : Optional.empty());
    }

    private SignatureShown shown(Signature signature, boolean words) {
        return new SignatureShown(
                signature.party(),
                signature.signedAt(),
                signature.voided(),
                words ? Optional.of(signature.person()) : Optional.empty(),
                words ? directory.displayName(signature.person()).map(PersonalText::text) : Optional.empty(),
                words ? Optional.of(signature.role()) : Optional.empty(),
                words ? Optional.of(signature.signInMethod()) : Optional.empty());
    }

    private static List<RefusalShown> refusals(Version version) {
        return version.refusals().stream()
                .map(refused ->
                        new RefusalShown(refused.refusedAt(), refused.reason().text()))
                .toList();
    }

    private static List<MeasureShown> measures(PlanContent content) {
        return content.plannedMeasures().stream()
                .map(one ->
                        new MeasureShown(one.id(), one.category(), one.what().text(), one.responsible(), one.dueOn()))
                .toList();
    }

    private static Map<String, String> plain(Map<String, PersonalText> sections) {
        var plain = new LinkedHashMap<String, String>();
        sections.forEach((name, text) -> plain.put(name, text.text()));
        return plain;
    }
}
