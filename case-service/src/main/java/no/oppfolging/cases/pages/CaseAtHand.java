package no.oppfolging.cases.pages;

import java.util.Optional;
import no.oppfolging.cases.read.agreed.AgreedFollowUps;
import no.oppfolging.cases.read.agreed.AgreedFollowUps.Agreed;
import no.oppfolging.cases.read.contact.CaseTalk;
import no.oppfolging.cases.read.contact.Contacts;
import no.oppfolging.cases.read.overview.CaseOverview;
import no.oppfolging.cases.read.overview.CaseOverviews;
import no.oppfolging.platform.directory.Directory;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.security.NotKnown;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The case that a page about contact, work or requests is about; an absorbed id leads to its survivor. */
public final class CaseAtHand {
    private final CaseOverviews cases;
    private final Contacts contacts;
    private final AgreedFollowUps agreed;
    private final Directory directory;

    public CaseAtHand(CaseOverviews cases, Contacts contacts, AgreedFollowUps agreed, Directory directory) {
        this.cases = cases;
        this.contacts = contacts;
        this.agreed = agreed;
        this.directory = directory;
    }

    CaseOverview overview(CaseId caseId) {
        return cases.of(caseId).orElseThrow(NotKnown::new);
    }

    CaseTalk talk(CaseId caseId) {
        return contacts.of(overview(caseId).caseId()).orElseThrow(NotKnown::new);
    }

    /** What every page about a case says of it. */
    CaseTalk show(CaseId caseId, Model model) {
        var overview = overview(caseId);
        var talk = contacts.of(overview.caseId()).orElseThrow(NotKnown::new);
        model.addAttribute("overview", overview);
        model.addAttribute("employee", nameOf(overview.employee()));
        model.addAttribute("talk", talk);
        model.addAttribute("agreed", agreed(overview.caseId()));
        return talk;
    }

    /** Empty where an absence has opened the case. */
    @Nullable
    Agreed agreed(CaseId caseId) {
        return agreed.of(caseId).orElse(null);
    }

    Optional<CaseTalk> maybe(CaseOverview overview) {
        return contacts.of(overview.caseId());
    }

    String nameOf(PersonId person) {
        return directory.displayName(person).map(PersonalText::text).orElse(PersonalText.ERASED);
    }
}
