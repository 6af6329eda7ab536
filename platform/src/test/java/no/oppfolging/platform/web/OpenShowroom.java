package no.oppfolging.platform.web;

import java.util.HashMap;
import no.oppfolging.platform.testing.Database;
import no.oppfolging.platform.testing.FreePort;
import no.oppfolging.platform.testing.Servers;
import no.oppfolging.platform.testing.ServiceName;
import no.oppfolging.platform.testing.TestIssuer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The showroom, running, with an issuer beside it; one for all tests that visit it. */
record OpenShowroom(String address, TestIssuer issuer, ConfigurableApplicationContext context) {
    static OpenShowroom visited() {
        return Once.OPEN;
    }

    private static final class Once {
        static final OpenShowroom OPEN = open();
    }

    private static OpenShowroom open() {
        return openWith(TestIssuer.start());
    }

    /** Another showroom, whose issuer has gone away before it opens. */
    static OpenShowroom withoutIssuer() {
        var issuer = TestIssuer.start();
        issuer.close();
        return openWith(issuer);
    }

    private static OpenShowroom openWith(TestIssuer issuer) {
        var port = FreePort.find();
        var address = "http://localhost:" + port;
        var properties = new HashMap<String, Object>(issuer.properties());
        properties.put("server.port", port);
        properties.put("oppfolging.front-door.url", address);
        properties.put("spring.jmx.enabled", false);
        properties.put("management.opentelemetry.enabled", false);
        properties.put("management.otlp.metrics.export.enabled", false);
        properties.put("management.tracing.export.enabled", false);
        var context = new SpringApplicationBuilder(Showroom.class)
                .web(WebApplicationType.SERVLET)
                .properties(properties)
                .initializers(applicationContext ->
                        applicationContext.getBeanFactory().registerSingleton("database", database()))
                .run();
        return new OpenShowroom(address, issuer, context);
    }

    private static Database database() {
        return Servers.freshDatabase(ServiceName.CASES);
    }
}
