package no.oppfolging.plans.write;

import no.oppfolging.plans.domain.Party;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.NotAllowed;
import no.oppfolging.platform.web.Visit;

/** Who is about to sign (den som underskriver): as which of the two, and how they had signed in. */
public record Signatory(Party party, PersonId person, SignInMethod signInMethod) {
    /** Whoever visits, by what ties them to the case now; never by what a request says. */
    public static Signatory of(Visit visit, CaseId caseId) {
        var role = visit.to(caseId).actor().role();
        if (!(visit.caller() instanceof Caller.Person person)) {
            throw new NotAllowed();
        }
        return new Signatory(partyOf(role), person.id(), methodOf(person.signIn()));
    }

    /** A substitute acts in the manager's place. */
    public static Party partyOf(Role role) {
        return switch (role) {
            case EMPLOYEE -> Party.EMPLOYEE;
            case MANAGER, SUBSTITUTE -> Party.MANAGER;
            default -> throw new NotAllowed();
        };
    }

    private static SignInMethod methodOf(Caller.SignIn signIn) {
        return SignInMethod.of(signIn.issuer(), signIn.acr().orElse(null), signIn.amr());
    }
}
