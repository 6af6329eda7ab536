package no.oppfolging.local.issuer;

import java.util.Set;
import no.oppfolging.local.company.People;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Takes the choice of a person for sign-in: no password, since nobody here is real. */
final class PickedPerson implements AuthenticationProvider {
    private final People people;

    PickedPerson(People people) {
        this.people = people;
    }

    @Override
    public Authentication authenticate(Authentication choice) {
        var person = people.bySubject(choice.getName())
                .orElseThrow(() -> new BadCredentialsException("There is no such person"));
        // The time of this authority is when the person signed in (auth_time).
        var picked = FactorGrantedAuthority.fromAuthority("FACTOR_PICKED");
        return UsernamePasswordAuthenticationToken.authenticated(person.subject(), null, Set.of(picked));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
