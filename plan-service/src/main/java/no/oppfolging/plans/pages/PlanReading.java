package no.oppfolging.plans.pages;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.PlanContent;
import no.oppfolging.plans.domain.PlanDocument;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.plans.read.caseplans.PlanRow;
import no.oppfolging.plans.read.caseplans.PlanRow.Signature;
import no.oppfolging.plans.read.caseplans.PlanRow.Standing;
import no.oppfolging.plans.read.caseplans.PlanRow.Version;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.web.Sentences;

/** Makes a plan's rows readable: what each version says, how it differs from the one before, who has signed how. */
public final class PlanReading {
    private final Directory directory;
    private final Sentences sentences;

    public PlanReading(Directory directory, Sentences sentences) {
        this.directory = directory;
        this.sentences = sentences;
    }

    /**
     * One version as a page shows it.
     *
     * @param lines what it says; empty sections are left out
     * @param changes what it says otherwise than the version before
     * @param document exactly what is signed
     * @param intact the digest was computed again, and is the one that was signed
     */
    public record VersionRead(
            int number,
            String digest,
            Standing standing,
            ZonedDateTime presentedAt,
            String presentedBy,
            Optional<LocalDate> agreedOn,
            List<Line> lines,
            List<Change> changes,
            List<SignatureRead> signatures,
            List<RefusalRead> refusals,
            List<Party> waitsFor,
            Optional<String> document,
            boolean intact) {}

    /** One section under its name. */
    public record Line(String section, String text) {}

    /** What a section said before, and says now. */
    public record Change(String section, String before, String now) {}

    /** A signature in words. */
    public record SignatureRead(
            Party party, Role role, String name, ZonedDateTime at, SignInMethod method, boolean voided) {
        public boolean tellsHow() {
            return !method.amr().isEmpty() || !method.acr().equals(SignInMethod.UNSTATED);
        }

        /** By which means and how strongly, in the issuer's words. */
        public String how() {
            var told = new ArrayList<>(method.amr());
            if (!method.acr().equals(SignInMethod.UNSTATED)) {
                told.add(method.acr());
            }
            return String.join(" · ", told);
        }
    }

    /** Why a version was not signed. */
    public record RefusalRead(ZonedDateTime at, String reason) {}

    /** All versions of a plan, the latest first. */
    List<VersionRead> read(PlanRow plan, Locale language) {
        var read = new ArrayList<VersionRead>();
        var before = Optional.<Version>empty();
        for (var version : plan.versions()) {
            read.add(read(plan, version, before, language));
            before = Optional.of(version);
        }
        return read.reversed();
    }

    String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }

    private VersionRead read(PlanRow plan, Version version, Optional<Version> before, Locale language) {
        var document = version.document(plan.caseId(), plan.planId());
        return new VersionRead(
                version.number(),
                version.digest().sha256(),
                version.standing(),
                version.presentedAt().atZone(LegalDay.NORWAY),
                nameOf(new PersonId(UUID.fromString(version.presentedBy()))),
                version.agreedOn(),
                lines(version.content(), language),
                before.map(earlier -> changes(earlier.content(), version.content(), language))
                        .orElse(List.of()),
                version.signatures().stream().map(this::read).toList(),
                version.refusals().stream()
                        .map(refused -> new RefusalRead(
                                refused.refusedAt().atZone(LegalDay.NORWAY),
                                refused.reason().text()))
                        .toList(),
                List.copyOf(version.waitsFor()),
                document.map(PlanDocument::canonicalJson),
                document.filter(it -> it.digest().equals(version.digest())).isPresent());
    }

    private SignatureRead read(Signature signature) {
        return new SignatureRead(
                signature.party(),
                signature.role(),
                nameOf(signature.person()),
                signature.signedAt().atZone(LegalDay.NORWAY),
                signature.signInMethod(),
                signature.voided());
    }

    private List<Line> lines(PlanContent content, Locale language) {
        return texts(content, language).entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<Change> changes(PlanContent before, PlanContent now, Locale language) {
        var old = texts(before, language);
        return texts(now, language).entrySet().stream()
                .filter(entry -> !entry.getValue().equals(old.getOrDefault(entry.getKey(), "")))
                .map(entry -> new Change(entry.getKey(), old.getOrDefault(entry.getKey(), ""), entry.getValue()))
                .toList();
    }

    /** Each on a line of its own. */
    private String measures(PlanContent content, Locale language) {
        var day = DateTimeFormatter.ofPattern("d. MMMM yyyy", language);
        return content.plannedMeasures().stream()
                .map(one -> "%s: %s – %s, %s %s"
                        .formatted(
                                sentences.of("way." + one.category(), language),
                                one.what().text(),
                                sentences.of("party." + one.responsible(), language),
                                sentences.of("plan.measure.by", language),
                                day.format(one.dueOn())))
                .collect(Collectors.joining("\n"));
    }

    private Map<String, String> texts(PlanContent content, Locale language) {
        var texts = new LinkedHashMap<String, String>();
        content.sections().forEach((section, text) -> {
            if (!section.equals("whyNotContributed")) {
                texts.put(section, text.text());
            }
            if (section.equals("measures")) {
                texts.put("plannedMeasures", measures(content, language));
            }
        });
        texts.put(
                "evaluationDate",
                DateTimeFormatter.ofPattern("EEEE d. MMMM yyyy", language).format(content.evaluationDate()));
        texts.put(
                "employeeContributed",
                sentences.of(content.employeeContributed() ? "plan.contributed" : "plan.not-contributed", language));
        texts.put("whyNotContributed", content.whyNotContributed().text());
        return texts;
    }
}
