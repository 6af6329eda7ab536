package no.oppfolging.cases.pages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.cases.domain.contact.Party;
import no.oppfolging.cases.pages.LeadersDay.Errand;
import no.oppfolging.cases.pages.LeadersDay.Need;
import no.oppfolging.cases.read.contact.CaseTalk.Rhythm;
import no.oppfolging.cases.read.contact.CaseTalk.Terms;
import no.oppfolging.cases.read.contact.Contacts;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.platform.kernel.CaseId;

/** What a leader has to do in the cases of those led, besides what the law asks: get in touch, and answer. */
public final class Errands {
    private final Contacts contacts;

    public Errands(Contacts contacts) {
        this.contacts = contacts;
    }

    List<Errand> of(List<CaseOverview> led) {
        var known = byId(led);
        var ids = List.copyOf(known.keySet());
        return Stream.of(
                        contacts.rhythmsOf(ids).stream().map(rhythm -> contact(known(known, rhythm.caseId()), rhythm)),
                        contacts.proposalsIn(ids).stream()
                                .map(one -> proposal(known(known, one.caseId()), one.terms())),
                        requests(known))
                .flatMap(Function.identity())
                .toList();
    }

    /** Of those, what the employees have asked for and wait to have answered, the first due first. */
    List<Errand> requestsIn(List<CaseOverview> some) {
        return requests(byId(some)).toList();
    }

    private Stream<Errand> requests(Map<CaseId, CaseOverview> known) {
        return contacts.waitingIn(List.copyOf(known.keySet())).stream()
                .map(one -> new Errand(known(known, one.caseId()), Need.ANSWER_REQUEST, one.answerBy(), 0));
    }

    private static Map<CaseId, CaseOverview> byId(List<CaseOverview> some) {
        return some.stream().collect(Collectors.toMap(CaseOverview::caseId, Function.identity(), (one, _) -> one));
    }

    private static Errand proposal(CaseOverview overview, Terms terms) {
        return new Errand(
                overview,
                terms.proposedBy() == Party.EMPLOYEE ? Need.ANSWER_PROPOSAL : Need.AWAIT_PROPOSAL,
                terms.on(),
                terms.terms().everyDays());
    }

    private static Errand contact(CaseOverview overview, Rhythm rhythm) {
        LocalDate due = rhythm.dueOn();
        return new Errand(
                overview, rhythm.agreed() ? Need.GET_IN_TOUCH : Need.AGREE_ON_CONTACT, due, rhythm.everyDays());
    }

    private static CaseOverview known(Map<CaseId, CaseOverview> all, CaseId caseId) {
        return java.util.Objects.requireNonNull(all.get(caseId));
    }
}
