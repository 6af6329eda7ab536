package no.oppfolging.platform.security;

import java.util.Optional;

/** Recognises people by how they sign in; an e-mail address never recognises anyone. */
public interface People {
    Optional<SignedIn> bySignIn(String issuer, String subject);
}
