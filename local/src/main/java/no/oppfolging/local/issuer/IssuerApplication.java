package no.oppfolging.local.issuer;

import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import no.oppfolging.local.HtmlPages;
import no.oppfolging.local.company.People;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;

/** The issuer: Spring's authorization server with made-up people, and only what it needs of the class path. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import({PersonPicker.class, DemoTokens.class})
public class IssuerApplication {
    /** The clients' secrets are random and long, so hashing them need not be slow. */
    private static final int LOW_COST = 4;

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, IssuerSettings settings) {
        http.oauth2AuthorizationServer(server -> {
            http.securityMatcher(server.getEndpointsMatcher());
            // After a restart nobody here remembers the session one signs out of: that is as good as signed out.
            server.oidc(oidc -> oidc.logoutEndpoint(endpoint -> endpoint.errorResponseHandler(
                            (_, response, _) -> response.sendRedirect(settings.frontDoor() + "/")))
                    .providerConfigurationEndpoint(endpoint ->
                            endpoint.providerConfigurationCustomizer(told -> told.idTokenSigningAlgorithms(
                                    algorithms -> algorithms.replaceAll(_ -> SigningKey.ALGORITHM.getName())))));
            server.authorizationEndpoint(endpoint -> endpoint.authenticationProviders(providers -> providers.stream()
                    .filter(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::isInstance)
                    .map(OAuth2AuthorizationCodeRequestAuthenticationProvider.class::cast)
                    .forEach(provider -> sendBackToTheFrontDoor(provider, settings))));
        });
        http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()));
        http.exceptionHandling(exceptions -> exceptions.defaultAuthenticationEntryPointFor(
                new LoginUrlAuthenticationEntryPoint("/sign-in"), new MediaTypeRequestMatcher(MediaType.TEXT_HTML)));
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, People people) {
        http.authorizeHttpRequests(
                requests -> requests.requestMatchers("/sign-in", "/style.css", "/demo-token", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated());
        http.csrf(csrf -> csrf.ignoringRequestMatchers("/demo-token"));
        http.formLogin(form -> form.loginPage("/sign-in").usernameParameter("person"));
        http.authenticationProvider(new PickedPerson(people));
        return http.build();
    }

    @Bean
    People company() {
        return new People();
    }

    @Bean
    HtmlPages htmlPages() {
        return new HtmlPages();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(LOW_COST);
    }

    @Bean
    RegisteredClientRepository clients(IssuerSettings settings, PasswordEncoder encoder) {
        return Clients.of(settings, encoder);
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(IssuerSettings settings) {
        return AuthorizationServerSettings.builder()
                .issuer(settings.issuer().toString())
                .build();
    }

    @Bean
    JWKSource<SecurityContext> keys(IssuerSettings settings) {
        return new ImmutableJWKSet<>(SigningKey.in(settings.folder()));
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return new NimbusJwtEncoder(keys);
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys) {
        return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims(People people, Clock clock) {
        return new TokenClaims(people, clock);
    }

    /** Any page behind the front door may be where sign-in ends; nothing outside it may. */
    private static void sendBackToTheFrontDoor(
            OAuth2AuthorizationCodeRequestAuthenticationProvider provider, IssuerSettings settings) {
        var origin = settings.frontDoor() + "/";
        provider.setAuthenticationValidator(context -> {
            OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_SCOPE_VALIDATOR.accept(context);
            var redirect = context.<OAuth2AuthorizationCodeRequestAuthenticationToken>getAuthentication()
                    .getRedirectUri();
            if (redirect == null || !redirect.startsWith(origin)) {
                OAuth2AuthorizationCodeRequestAuthenticationValidator.DEFAULT_REDIRECT_URI_VALIDATOR.accept(context);
            }
        });
    }
}
