package no.oppfolging.local.issuer;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import no.oppfolging.platform.testing.ServiceName;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** The four services as clients: each signs people in, and each may call another as itself. */
final class Clients {
    private static final Duration A_WORKING_DAY = Duration.ofHours(10);

    private static final String HR_SYSTEM = "hr-system";

    private Clients() {}

    static RegisteredClientRepository of(IssuerSettings settings, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(Stream.concat(
                        Arrays.stream(ServiceName.values()).map(service -> client(service, settings, encoder)),
                        Stream.of(hrSystem(encoder)))
                .toList());
    }

    /** A program of HR's, to try the door with; its secret is its name, as people here have none at all. */
    private static RegisteredClient hrSystem(PasswordEncoder encoder) {
        return RegisteredClient.withId(HR_SYSTEM)
                .clientId(HR_SYSTEM)
                .clientSecret(Objects.requireNonNull(encoder.encode(HR_SYSTEM)))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .build();
    }

    private static RegisteredClient client(ServiceName service, IssuerSettings settings, PasswordEncoder encoder) {
        var frontDoor = settings.frontDoor().toString();
        return RegisteredClient.withId(service.group())
                .clientId(service.group())
                .clientSecret(
                        Objects.requireNonNull(encoder.encode(settings.secrets().get(service))))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .redirectUri(frontDoor + "/login/oauth2/code/" + service.plural())
                .postLogoutRedirectUri(frontDoor + "/")
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .refreshTokenTimeToLive(A_WORKING_DAY)
                        .idTokenSignatureAlgorithm(SigningKey.ALGORITHM)
                        .build())
                .build();
    }
}
