package no.oppfolging.platform.web;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.oppfolging.platform.eventlog.EventJson;
import no.oppfolging.platform.eventlog.ViewPositions;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.observability.Traces;
import no.oppfolging.platform.privacy.ReadPurpose;
import no.oppfolging.platform.privacy.Reads;
import no.oppfolging.platform.security.Authorities;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Callers;
import no.oppfolging.platform.security.PlatformSecurity;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.Ids;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.PathMatchConfigurer;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

/**
 * The doors of a service, and the frame of its pages; a service imports this and hands in its {@link ThisService},
 * {@link Authority}, {@link Navigation}, {@link ViewPositions}, and what {@link PlatformSecurity} asks for; also
 * {@link Reads}, if it knows any case.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    PlatformSecurity.class,
    Problems.class,
    ErrorPages.class,
    ProblemPages.class,
    PurposePage.class,
    NothingUnasked.class
})
public class PlatformWeb {
    private static final CacheControl FOR_A_YEAR =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    @Bean
    MessageSource messageSource(ThisService service) {
        var messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/frame", "messages/platform");
        service.messages().forEach(file -> messages.addBasenames("messages/" + file));
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new Languages();
    }

    @Bean
    Sentences sentences(MessageSource messageSource) {
        return new Sentences(messageSource);
    }

    @Bean
    Faults faults(Sentences sentences) {
        return new Faults(sentences);
    }

    @Bean
    ProblemAnswers problemAnswers(Sentences sentences, ObjectProvider<Frame> frame) {
        return new ProblemAnswers(sentences, frame::getObject);
    }

    @Bean
    PagesAbove pagesAbove(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        return new PagesAbove(mappings);
    }

    @Bean
    ReadYourWrites readYourWrites(ViewPositions positions) {
        return new ReadYourWrites(positions);
    }

    /** Ids, organisation numbers and paragraphs are plain text in JSON, as they are in the log. */
    @Bean
    JacksonModule plainValues() {
        return EventJson.plainValues();
    }

    /**
     * What names a field twice says two things, and nobody could tell which of them is meant; what has another type
     * than its field says nothing: neither half a day nor the second of the channels.
     */
    @Bean
    JsonMapperBuilderCustomizer toTheLetter() {
        return builder -> builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        texts -> texts.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
    }

    @Bean
    FilterRegistrationBean<BodyLimit> bodyLimit() {
        var registration = new FilterRegistrationBean<>(new BodyLimit());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<AskedBody> askedBody() {
        var registration = new FilterRegistrationBean<>(new AskedBody());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 11);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> designUrls() {
        var registration = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        registration.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return registration;
    }

    /** Redirects stay within the origin the browser sees, whatever address this service itself listens on. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> relativeRedirects() {
        return factory -> factory.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    }

    @Bean
    StatedPurpose statedPurpose() {
        return new StatedPurpose();
    }

    @Bean
    Visits visits(
            Callers callers, Authorities authorities, ObjectProvider<Reads> reads, ObjectProvider<Traces> traces) {
        return new Visits(
                callers,
                authorities,
                stream -> Optional.ofNullable(traces.getIfAvailable()).flatMap(known -> known.of(stream)),
                reads.getIfAvailable(() -> PlatformWeb::nothingKeepsIt));
    }

    @Bean
    Frame frame(ThisService service, ObjectProvider<Navigation> navigation, Visits visits, Clock clock) {
        return new Frame(service, navigation.getIfAvailable(() -> caller -> List.of()), visits, new Ids(clock));
    }

    @Bean
    WebMvcConfigurer doors(ThisService service, Visits visits, Frame frame, NothingUnasked nothingUnasked) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(visits);
                resolvers.add(new SentForms());
            }

            @Override
            public void addFormatters(FormatterRegistry formatters) {
                RequestTimes.readBy(formatters);
            }

            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(frame);
                interceptors.addInterceptor(nothingUnasked);
            }

            @Override
            public void configurePathMatch(PathMatchConfigurer paths) {
                paths.addPathPrefix(service.path(), type -> isUnderServicePath(type) && !isEndpoint(type));
                paths.addPathPrefix("/api" + service.path(), type -> isUnderServicePath(type) && isEndpoint(type));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry resources) {
                resources
                        .addResourceHandler("/design/**")
                        .addResourceLocations("classpath:/static/design/", htmx())
                        .setCacheControl(FOR_A_YEAR)
                        .resourceChain(true)
                        .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
            }
        };
    }

    private static void nothingKeepsIt(Actor reader, ReadPurpose purpose, CaseId caseId) {
        throw new IllegalStateException("A service that shows cases keeps who reads them: it lacks " + Reads.class);
    }

    private static boolean isUnderServicePath(Class<?> type) {
        return UnderServicePath.class.isAssignableFrom(type);
    }

    private static boolean isEndpoint(Class<?> type) {
        return type.isAnnotationPresent(RestController.class);
    }

    /** The folder of the one htmx on the class path. */
    private static String htmx() {
        try {
            var script = new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js");
            if (script.length != 1) {
                throw new IllegalStateException("Expected one htmx on the class path, found " + script.length);
            }
            var url = script[0].getURL().toString();
            return url.substring(0, url.lastIndexOf('/') + 1);
        } catch (IOException e) {
            throw new IllegalStateException("htmx could not be read", e);
        }
    }
}
