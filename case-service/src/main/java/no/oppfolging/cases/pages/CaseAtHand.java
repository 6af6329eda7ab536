package no.oppfolging.cases.pages;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.oppfolging.cases.domain.OwnDates;
import no.oppfolging.cases.domain.OwnDates.OwnDay;
import no.oppfolging.cases.domain.agreed.AgreedFollowUpCommand.OpenFollowUp;
import no.oppfolging.cases.read.Horizon;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.agreed.AgreedFollowUps.Agreed;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.read.contact.CaseTalk.HandOver;
import no.oppfolging.cases.read.contact.Contacts;
import no.oppfolging.cases.read.decisions.Decisions;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.EmploymentId;
import no.oppfolging.platform.kernel.LegalDay;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Visit;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The case that a page about contact, work, requests or decisions is about; an absorbed id leads to its survivor. */
public final class CaseAtHand {
    private final CaseOverviews cases;
    private final Contacts contacts;
    private final Decisions decisions;
    private final AgreedFollowUps agreed;
    private final OwnDates ownDates;
    private final Directory directory;
    private final Clock clock;

    public CaseAtHand(
            CaseOverviews cases,
            Contacts contacts,
            Decisions decisions,
            AgreedFollowUps agreed,
            OwnDates ownDates,
            Directory directory,
            Clock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.decisions = decisions;
        this.agreed = agreed;
        this.ownDates = ownDates;
        this.directory = directory;
        this.clock = clock;
    }

    CaseOverview overview(CaseId caseId) {
        return cases.of(caseId).orElseThrow(NotKnown::new);
    }

    /** What the two have said, as far as this visitor sees it. */
    CaseTalk talk(CaseId caseId, Visit visit) {
        var role = visit.to(caseId).actor().role();
        var overview = overview(caseId);
        return talk(overview, handedOver(overview, role));
    }

    /** What every page about a case says of it. */
    CaseTalk show(CaseId caseId, Visit visit, Model model) {
        var role = visit.to(caseId).actor().role();
        var overview = overview(caseId);
        var handedOver = handedOver(overview, role);
        var talk = talk(overview, handedOver);
        model.addAttribute("sealed", sealed(handedOver, overview).orElse(null));
        model.addAttribute("overview", overview);
        model.addAttribute("employee", nameOf(overview.employee()));
        model.addAttribute("talk", talk);
        model.addAttribute("agreed", agreed(overview.caseId()));
        return talk;
    }

    /**
     * What this reader, or the one the reader stands in for, was handed over as the leader of the case; empty for
     * anybody else, and for whoever has led it all along. Who leads since when, the directory knows at once: until the
     * hand-over has been told in the case, it is as if it had been and not been read.
     */
    private Optional<HandOver> handedOver(CaseOverview overview, Role role) {
        var now = clock.instant();
        return role == Role.MANAGER || role == Role.SUBSTITUTE
                ? directory
                        .leaderOf(overview.employmentId(), now)
                        .flatMap(leader -> handedOver(
                                overview, leader, directory.ledByAnotherUntil(overview.employmentId(), leader, now)))
                : Optional.empty();
    }

    private Optional<HandOver> handedOver(CaseOverview overview, PersonId leader, Optional<Instant> since) {
        return contacts.handOversIn(overview.caseId()).stream()
                .filter(one -> one.to().equals(leader) && !one.from().isAfter(today()))
                .filter(one -> !one.takesEffect().isBefore(since.orElse(Instant.EPOCH)))
                .findFirst()
                .or(() -> since.map(instant -> HandOver.notTold(overview.caseId(), leader, instant)));
    }

    /** The same, where there was anything to hand over. */
    Optional<HandOver> handOverTo(Role role, CaseOverview overview) {
        return handedOver(overview, role).filter(one -> hasSomething(one, overview));
    }

    /** The same, while the employee has still to read it. */
    Optional<HandOver> sealed(CaseOverview overview, Role role) {
        return sealed(handedOver(overview, role), overview);
    }

    private Optional<HandOver> sealed(Optional<HandOver> handedOver, CaseOverview overview) {
        return handedOver.filter(one -> !one.isOpen(today()) && hasSomething(one, overview));
    }

    private boolean hasSomething(HandOver one, CaseOverview overview) {
        return one.isTold()
                || contacts.haveSaidBefore(overview.caseId(), one.takesEffect())
                || decisions.haveSaidBefore(overview.employmentId(), overview.caseId(), one.takesEffect());
    }

    /** How far back this reader sees what the two have said. */
    Horizon horizon(CaseOverview overview, Role role) {
        return horizon(handedOver(overview, role));
    }

    private Horizon horizon(Optional<HandOver> handedOver) {
        return handedOver
                .map(one -> new Horizon(one.isOpen(today()) ? Instant.EPOCH : one.takesEffect(), one.takesEffect()))
                .orElse(Horizon.NONE);
    }

    private CaseTalk talk(CaseOverview overview, Optional<HandOver> handedOver) {
        return contacts.of(overview.caseId(), horizon(handedOver)).orElseThrow(NotKnown::new);
    }

    private LocalDate today() {
        return LegalDay.of(clock.instant());
    }

    /** Empty where an absence has opened the case. */
    @Nullable
    Agreed agreed(CaseId caseId) {
        return agreed.of(caseId).orElse(null);
    }

    /** The employer's own dates; of a case that is closed, only what fell within it, as of the law's. */
    List<OwnDay> ownDays(CaseOverview overview) {
        return agreed(overview.caseId()) == null
                ? ownDates.from(overview.startedOn()).stream()
                        .filter(own ->
                                overview.closedOn().filter(own.due()::isAfter).isEmpty())
                        .toList()
                : List.of();
    }

    /** For dates and numbers alone: nothing of it is hidden from anybody. */
    Optional<CaseTalk> maybe(CaseOverview overview) {
        return contacts.of(overview.caseId(), Horizon.NONE);
    }

    /** Who takes the leader's place now, and the last day of that. */
    public record StandIn(String name, LocalDate until) {}

    List<StandIn> standIns(EmploymentId employment) {
        return directory.substitutesOf(employment, clock.instant()).stream()
                .map(substitute -> new StandIn(nameOf(substitute.person()), substitute.to()))
                .toList();
    }

    /** Whether the two may go on by agreement, now that the absence is over. */
    boolean mayGoOn(CaseOverview overview, Visit visit) {
        return overview.closedOn().isPresent()
                && directory.leaderOf(overview.employmentId(), clock.instant()).isPresent()
                && visit.may(OpenFollowUp.class, overview.employmentId());
    }

    String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}
