package no.oppfolging.local;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import no.oppfolging.local.issuer.IssuerSettings;
import no.oppfolging.platform.testing.KafkaServer;
import no.oppfolging.platform.testing.Passwords;
import no.oppfolging.platform.testing.PostgresServer;
import no.oppfolging.platform.testing.ServiceName;

/** What a service finds around it, told to it as configuration and in no other way. */
record Surroundings(
        Ports ports,
        DataFolder data,
        PostgresServer postgres,
        KafkaServer kafka,
        int mailPort,
        IssuerSettings issuer,
        Passwords secrets) {

    /** What the made-up employer has settled on beside the law, so that it can be seen. */
    private static final Map<String, String> DECIDED_AT_FJORDLYS = Map.of(
            "oppfolging.cases.own-dates[0].name", "Første kontakt",
            "oppfolging.cases.own-dates[0].days", "3",
            "oppfolging.cases.own-dates[1].name", "Første samtale om arbeidet",
            "oppfolging.cases.own-dates[1].days", "14",
            "oppfolging.cases.absence-cost.per-day[0].from", "2026-01-01",
            "oppfolging.cases.absence-cost.per-day[0].kroner", "2650",
            "oppfolging.cases.absence-cost.per-day[0].source", "oppdiktet tall for Fjordlys");

    Map<String, String> propertiesFor(ServiceName service) {
        var properties = new HashMap<String, String>();
        properties.putAll(postgres.database(service).properties());
        properties.putAll(kafka.login(service).properties());
        properties.put("oppfolging.front-door.url", issuer.frontDoor().toString());
        properties.put("oppfolging.issuer.url", issuer.issuer().toString());
        properties.put("oppfolging.issuer.end-session", issuer.endSession().toString());
        properties.put("oppfolging.issuer.client-id", service.group());
        properties.put("oppfolging.issuer.client-secret", secrets.of(service.group()));
        properties.put("oppfolging.keys.service-key", secrets.key(service.plural() + "-service-key"));
        properties.put("oppfolging.mail.host", "127.0.0.1");
        properties.put("oppfolging.mail.port", String.valueOf(mailPort));
        ports.services()
                .forEach((other, port) ->
                        properties.put("oppfolging.services.%s.url".formatted(other.plural()), address(port)));
        if (service == ServiceName.CASES) {
            properties.putAll(DECIDED_AT_FJORDLYS);
        }
        inOneJvmWithOthers(service, properties);
        return properties;
    }

    private void inOneJvmWithOthers(ServiceName service, Map<String, String> properties) {
        properties.put("spring.config.name", service.plural());
        properties.put("spring.jmx.enabled", "false");
        // One at a time in a data folder: what a killed one held is taken over at once.
        properties.put("oppfolging.instance", "local");
        properties.put("oppfolging.kafka.member", "local");
        properties.put("server.address", "127.0.0.1");
        properties.put("server.port", String.valueOf(ports.services().get(service)));
        properties.put(
                "server.tomcat.basedir",
                data.folder("web").resolve(service.plural()).toString());
        // Whoever moves the clock waits for what falls due to be seen.
        properties.put("oppfolging.sweeps.between", "100ms");
        // No collector listens here.
        properties.put("management.otlp.metrics.export.enabled", "false");
        properties.put("management.tracing.export.otlp.enabled", "false");
        properties.put("management.logging.export.otlp.enabled", "false");
    }

    private static String address(int port) {
        return URI.create("http://localhost:" + port).toString();
    }
}
