package no.oppfolging.local;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.oppfolging.cases.CasesApplication;
import no.oppfolging.local.clock.ServiceAtWork;
import no.oppfolging.local.clock.ServiceInThisJvm;
import no.oppfolging.meetings.MeetingsApplication;
import no.oppfolging.notifications.NotificationsApplication;
import no.oppfolging.plans.PlansApplication;
import no.oppfolging.platform.testing.ServiceName;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One of the four services in a context of its own, which knows the others only by their addresses. */
record RunningService(ServiceName name, ConfigurableApplicationContext context) implements AutoCloseable {

    static RunningService start(ServiceName name, Map<String, String> properties, Clock clock) {
        var context = new SpringApplicationBuilder(application(name))
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("clock", clock);
                    fresh.getBeanFactory().registerSingleton("noSigningKeys", new NoSigningKeys());
                })
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .run(properties.entrySet().stream()
                        .map(property -> "--" + property.getKey() + "=" + property.getValue())
                        .toArray(String[]::new));
        return new RunningService(name, context);
    }

    /** What the clock must wait for. */
    ServiceAtWork atWork() {
        return new ServiceInThisJvm(name.group(), context);
    }

    @Override
    public void close() {
        context.close();
    }

    /**
     * What a service signs with: nothing. The issuer lies on the same class path, and Spring Boot would make each
     * service an RSA key as if it were one, which takes longer than anything else at its start.
     */
    private static final class NoSigningKeys implements JWKSource<SecurityContext> {
        @Override
        public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
            return List.of();
        }
    }

    private static Class<?> application(ServiceName name) {
        return switch (name) {
            case CASES -> CasesApplication.class;
            case MEETINGS -> MeetingsApplication.class;
            case PLANS -> PlansApplication.class;
            case NOTIFICATIONS -> NotificationsApplication.class;
        };
    }
}
