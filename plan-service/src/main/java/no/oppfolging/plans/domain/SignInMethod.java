package no.oppfolging.plans.domain;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How someone who signs had signed in (innloggingsmåte), as the issuer told it.
 *
 * @param issuer the OpenID Connect issuer's address
 * @param acr how strongly, in the issuer's words, or {@link #UNSTATED}
 * @param amr by which means, in the issuer's words; empty when it did not say
 */
public record SignInMethod(String issuer, String acr, List<String> amr) {
    public static final String UNSTATED = "unstated";
    private static final Pattern ISSUER = Pattern.compile("https?://[!-~]{1,200}");

    /** Any code or address, such as {@code urn:bankid:bid;LOA=4}; no words, and so nobody's name. */
    private static final Pattern WORD = Pattern.compile("[!-~]{1,100}");

    public SignInMethod {
        amr = List.copyOf(amr);
        if (!ISSUER.matcher(issuer).matches()
                || !WORD.matcher(acr).matches()
                || !amr.stream().allMatch(WORD.asMatchPredicate())) {
            throw new IllegalArgumentException("An issuer's words about signing in are addresses and short codes");
        }
    }

    public static SignInMethod of(String issuer, @Nullable String acr, @Nullable List<String> amr) {
        return new SignInMethod(issuer, acr == null || acr.isBlank() ? UNSTATED : acr, amr == null ? List.of() : amr);
    }
}
