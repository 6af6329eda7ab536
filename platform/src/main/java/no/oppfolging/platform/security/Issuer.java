package no.oppfolging.platform.security;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people sign in. Its endpoints are told, not discovered, so that a service starts while its issuer is away.
 *
 * @param url the {@code iss} of its tokens
 * @param authorize where a browser is sent to sign in
 * @param token where this service exchanges the code
 * @param jwks the keys its tokens are signed with, fetched when first needed
 * @param endSession where a browser is sent to sign out; empty where the issuer has no such place
 * @param clientId what the issuer calls this service's pages; follows from the service's name when not told
 * @param clientSecret empty for a client that proves itself by PKCE alone
 * @param rolesClaim the claim with the roles that do not follow from the directory
 * @param organisationsClaim the claim with the organisations they hold in
 */
@ConfigurationProperties("oppfolging.issuer")
public record Issuer(
        URI url,
        URI authorize,
        URI token,
        URI jwks,
        Optional<URI> endSession,
        Optional<String> clientId,
        Optional<String> clientSecret,
        String rolesClaim,
        String organisationsClaim) {
    public Issuer(
            @DefaultValue("http://localhost:8080/issuer") URI url,
            @Nullable URI authorize,
            @Nullable URI token,
            @Nullable URI jwks,
            Optional<URI> endSession,
            Optional<String> clientId,
            Optional<String> clientSecret,
            @DefaultValue("roles") String rolesClaim,
            @DefaultValue("organisations") String organisationsClaim) {
        this.url = url;
        this.authorize = authorize == null ? URI.create(url + "/oauth2/authorize") : authorize;
        this.token = token == null ? URI.create(url + "/oauth2/token") : token;
        this.jwks = jwks == null ? URI.create(url + "/oauth2/jwks") : jwks;
        this.endSession = endSession;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.rolesClaim = rolesClaim;
        this.organisationsClaim = organisationsClaim;
    }

    String clientId(ThisService service) {
        return clientId.orElse(service.name());
    }

    /** Scheme, host and port of the place a browser is sent to, as a content security policy names it. */
    String browserOrigin() {
        return authorize.getScheme() + "://" + authorize.getAuthority();
    }
}
