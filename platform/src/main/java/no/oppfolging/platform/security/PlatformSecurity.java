package no.oppfolging.platform.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.session.jdbc.config.annotation.web.http.EnableJdbcHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.client.RestClient;

/**
 * Signing in and being recognised: OpenID Connect and a session for pages, bearer tokens for {@code /api}.
 *
 * <p>A service hands in its {@link ThisService}, its {@link Authority}, its {@link Relations} and its {@link People}.
 * Tokens and sessions live by the real clock, never by the one that can be moved.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableJdbcHttpSession(tableName = "sessions", maxInactiveIntervalInSeconds = 3600)
@EnableConfigurationProperties({Issuer.class, FrontDoor.class})
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
public class PlatformSecurity {
    private static final String REGISTRATION = "issuer";
    private static final String SIGN_IN_BASE = "/sign-in";
    static final String SIGN_IN = SIGN_IN_BASE + "/" + REGISTRATION;
    static final String SIGNED_IN = "/signed-in";
    static final String SIGN_OUT = "/sign-out";
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(10);

    /** What an issuer may sign with (RFC 7518, section 3.1): what OpenID Connect has by default, and the shorter. */
    private static final List<SignatureAlgorithm> SIGNATURES =
            List.of(SignatureAlgorithm.RS256, SignatureAlgorithm.ES256);

    /** What every service shows to anybody: the design, the explanations of problems, and its health. */
    private static final String[] PUBLIC = {
        "/design/**", "/problems/**", "/actuator/health/**", "/actuator/prometheus", "/error"
    };

    @Bean
    Callers callers(People people, Issuer issuer) {
        return new Callers(people, issuer);
    }

    @Bean
    OutwardTokens outwardTokens(
            ClientRegistrationRepository registrations,
            OAuth2AuthorizedClientRepository authorizedClients,
            Issuer issuer,
            ThisService service) {
        var readers = new DefaultOAuth2AuthorizedClientManager(registrations, authorizedClients);
        readers.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .authorizationCode()
                .refreshToken()
                .build());
        return new OutwardTokens(readers, issuer, service, RestClient.create());
    }

    @Bean
    Authorities authorities(Authority table, List<Relations> relations, Clock clock) {
        return new Authorities(table, Relations.of(relations), clock);
    }

    @Bean
    CookieSerializer cookieSerializer(ThisService service, FrontDoor frontDoor) {
        var cookie = new DefaultCookieSerializer();
        cookie.setCookieName(service.cookie());
        cookie.setCookiePath("/");
        cookie.setSameSite("Lax");
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(frontDoor.isSecure());
        return cookie;
    }

    @Bean
    ClientRegistrationRepository clientRegistrations(Issuer issuer, FrontDoor frontDoor, ThisService service) {
        var client = ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(issuer.clientId(service))
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .clientAuthenticationMethod(
                        issuer.clientSecret().isPresent()
                                ? ClientAuthenticationMethod.CLIENT_SECRET_BASIC
                                : ClientAuthenticationMethod.NONE)
                .redirectUri(frontDoor.url() + service.path() + SIGNED_IN)
                .scope("openid")
                .issuerUri(issuer.url().toString())
                .authorizationUri(issuer.authorize().toString())
                .tokenUri(issuer.token().toString())
                .jwkSetUri(issuer.jwks().toString())
                .userNameAttributeName("sub")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build());
        issuer.clientSecret().ifPresent(client::clientSecret);
        return new InMemoryClientRegistrationRepository(client.build());
    }

    @Bean
    OAuth2AuthorizedClientRepository authorizedClients() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    /** An identity token, which names a nonce, tells who signed in; it opens nothing. */
    @Bean
    JwtDecoder jwtDecoder(Issuer issuer, ThisService service) {
        var types = new JwtTypeValidator("JWT", "at+jwt");
        types.setAllowEmpty(true);
        var decoder = NimbusJwtDecoder.withJwkSetUri(issuer.jwks().toString())
                .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNATURES))
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                types,
                new JwtTimestampValidator(CLOCK_SKEW),
                new JwtIssuerValidator(issuer.url().toString()),
                new JwtAudienceValidator(service.name()),
                PlatformSecurity::opensSomething));
        return decoder;
    }

    /** What reads an identity token: Spring's own takes but one algorithm, and nobody tells a service which. */
    @Bean
    JwtDecoderFactory<ClientRegistration> identityTokens(Issuer issuer, ClientRegistrationRepository clients) {
        var client = Objects.requireNonNull(clients.findByRegistrationId(REGISTRATION));
        var decoder = NimbusJwtDecoder.withJwkSetUri(issuer.jwks().toString())
                .jwsAlgorithms(algorithms -> algorithms.addAll(SIGNATURES))
                .build();
        decoder.setClaimSetConverter(OidcIdTokenDecoderFactory.createDefaultClaimTypeConverter());
        decoder.setJwtValidator(JwtValidators.createDefaultWithValidators(List.of(new OidcIdTokenValidator(client))));
        return _ -> decoder;
    }

    private static OAuth2TokenValidatorResult opensSomething(Jwt token) {
        return token.hasClaim("nonce")
                ? OAuth2TokenValidatorResult.failure(new OAuth2Error(
                        OAuth2ErrorCodes.INVALID_TOKEN, "An identity token is not an access token", null))
                : OAuth2TokenValidatorResult.success();
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Authority table, Issuer issuer) {
        http.securityMatcher("/api/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(open(table))
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {}).authenticationEntryPoint(new BearerFirst()))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers(headers, issuer));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(
            HttpSecurity http, Authority table, Issuer issuer, FrontDoor frontDoor, ThisService service) {
        // What somebody was looking for when they had to sign in stays with their browser: sessions lie in the
        // database.
        var wanted = new CookieRequestCache();
        wanted.setCookieCustomizer(cookie -> {
            cookie.setSecure(frontDoor.isSecure());
            cookie.setAttribute("SameSite", "Lax");
        });
        wanted.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(new RequestHeaderRequestMatcher("HX-Request"))));
        var signIn = new SignInFirst(service, wanted);
        var signOut = new SignOut(issuer, frontDoor);
        http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(PUBLIC)
                                .permitAll()
                                .requestMatchers(open(table))
                                .permitAll()
                                .requestMatchers("/actuator/**")
                                .denyAll()
                                .anyRequest()
                                .authenticated())
                .oauth2Login(login -> login.loginPage(service.path() + SIGN_IN)
                        .authorizationEndpoint(endpoint -> endpoint.baseUri(service.path() + SIGN_IN_BASE))
                        .redirectionEndpoint(endpoint -> endpoint.baseUri(service.path() + SIGNED_IN))
                        .loginProcessingUrl(service.path() + SIGNED_IN)
                        .successHandler(signIn)
                        .failureHandler(
                                (request, response, e) -> response.sendError(HttpServletResponse.SC_UNAUTHORIZED)))
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint(signIn)
                        .accessDeniedHandler((request, response, e) -> {
                            request.setAttribute(WebAttributes.ACCESS_DENIED_403, e);
                            response.sendError(HttpServletResponse.SC_FORBIDDEN);
                        }))
                .requestCache(cache -> cache.requestCache(wanted))
                .logout(logout -> logout.logoutUrl(service.path() + SIGN_OUT)
                        .addLogoutHandler(signOut)
                        .logoutSuccessHandler(signOut))
                .headers(headers -> headers(headers, issuer));
        return http.build();
    }

    private static RequestMatcher[] open(Authority table) {
        var matchers = new ArrayList<RequestMatcher>();
        for (var row : table.rows()) {
            if (row.open()) {
                for (var endpoint : row.endpoints()) {
                    var method = endpoint.substring(0, endpoint.indexOf(' '));
                    var path = endpoint.substring(endpoint.indexOf(' ') + 1);
                    matchers.add(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.valueOf(method), path));
                }
            }
        }
        return matchers.toArray(RequestMatcher[]::new);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, Issuer issuer) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(
                        "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; "
                                + "frame-ancestors 'none'; form-action 'self' " + issuer.browserOrigin()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }
}
