package no.oppfolging.local.issuer;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The issuer, running. */
public final class Issuer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    /** @param work where its web server keeps what it must */
    public Issuer(IssuerSettings settings, Clock clock, Path work) {
        context = new SpringApplicationBuilder(IssuerApplication.class)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .initializers(beginning -> {
                    var beans = (GenericApplicationContext) beginning;
                    beans.registerBean(IssuerSettings.class, () -> settings);
                    beans.registerBean(Clock.class, () -> clock);
                })
                .run(
                        "--spring.config.name=issuer",
                        "--spring.application.name=issuer",
                        "--spring.jmx.enabled=false",
                        "--server.address=127.0.0.1",
                        "--server.port=" + settings.port(),
                        "--server.servlet.context-path=/issuer",
                        "--server.servlet.session.cookie.name=oppfolging-issuer",
                        "--server.servlet.session.persistent=false",
                        "--server.forward-headers-strategy=framework",
                        "--server.tomcat.basedir=" + work);
    }

    @Override
    public void close() {
        context.close();
    }
}
