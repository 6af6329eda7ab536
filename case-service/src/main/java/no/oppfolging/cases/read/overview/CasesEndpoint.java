package no.oppfolging.cases.read.overview;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.directory.Employment;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.OrganisationNumber;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotKnown;
import no.oppfolging.platform.web.Versions;
import no.oppfolging.platform.web.Visit;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP: ids, dates and outcomes. */
@RestController
public final class CasesEndpoint {
    private final CaseOverviews cases;
    private final Directory directory;
    private final Clock clock;

    public CasesEndpoint(CaseOverviews cases, Directory directory, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    @GetMapping("/api/cases")
    List<CaseOverview> list(Visit visit) {
        var _ = visit.here();
        var listed = listedTo(visit.caller());
        visit.toAll(listed.stream().map(CaseOverview::caseId).toList());
        return listed;
    }

    @GetMapping("/api/cases/{caseId}")
    ResponseEntity<CaseOverview> show(@PathVariable UUID caseId, Visit visit) {
        var sight = visit.to(new CaseId(caseId));
        var overview = cases.of(new CaseId(caseId)).orElseThrow(NotKnown::new).seenBy(sight);
        return Versions.shown(overview.version(), overview);
    }

    private List<CaseOverview> listedTo(Caller caller) {
        return switch (caller) {
            case Caller.Person person when holdsOffice(person) -> withoutReviews(person.organisations());
            case Caller.Person person ->
                cases.ofEmployments(Stream.concat(
                                directory.employmentsLedBy(person.id(), clock.instant()).stream(),
                                directory.employmentsOf(person.id(), clock.instant()).stream())
                        .map(Employment::id)
                        .distinct()
                        .toList());
            case Caller.Program program -> withoutReviews(program.organisations());
        };
    }

    private List<CaseOverview> withoutReviews(Set<OrganisationNumber> organisations) {
        return cases.ofOrganisations(List.copyOf(organisations)).stream()
                .map(CaseOverview::withoutReviews)
                .toList();
    }

    private static boolean holdsOffice(Caller.Person person) {
        return person.roles().contains(Role.HR) || person.roles().contains(Role.AUDITOR);
    }
}
