package no.oppfolging.cases.read.history;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.oppfolging.platform.privacy.ReadPurpose;
import no.oppfolging.platform.security.OutwardTokens;
import no.oppfolging.platform.web.StatedPurpose;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The other three services, asked over HTTP what each of them keeps of a case, with the reader's own token. */
public final class OtherServices {
    private static final Logger LOG = LoggerFactory.getLogger(OtherServices.class);

    private final Map<String, URI> addresses;
    private final OutwardTokens tokens;
    private final RestClient http;

    public OtherServices(Settings settings, OutwardTokens tokens) {
        this.addresses = settings.addresses();
        this.tokens = tokens;
        var client = HttpClient.newBuilder().connectTimeout(settings.patience()).build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(settings.patience());
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /**
     * Where the others are.
     *
     * @param patience how long a reader waits for all of them, since they are asked at once
     */
    @ConfigurationProperties("oppfolging.services")
    public record Settings(Address meetings, Address plans, Address notifications, Duration patience) {
        public Settings(
                @Nullable Address meetings,
                @Nullable Address plans,
                @Nullable Address notifications,
                @DefaultValue("2s") Duration patience) {
            this.meetings = meetings == null ? Address.local(8082) : meetings;
            this.plans = plans == null ? Address.local(8083) : plans;
            this.notifications = notifications == null ? Address.local(8084) : notifications;
            this.patience = patience;
        }

        private Map<String, URI> addresses() {
            var addresses = new LinkedHashMap<String, URI>();
            addresses.put("meetings", meetings.url());
            addresses.put("plans", plans.url());
            addresses.put("notifications", notifications.url());
            return addresses;
        }
    }

    /** Where one of them is. */
    public record Address(URI url) {
        private static Address local(int port) {
            return new Address(URI.create("http://localhost:" + port));
        }
    }

    /** What was answered, and by whom nothing was. */
    public record Answers<A>(List<A> given, List<String> missing) {}

    /** Asks all of them at once; one that does not know of the case answers that it has nothing to tell. */
    public <A> Answers<A> ask(String path, Class<A> type) {
        var token = tokens.ofReader();
        var purpose = purposeOfReader();
        if (token.isEmpty()) {
            return new Answers<>(List.of(), List.copyOf(addresses.keySet()));
        }
        var asked = new LinkedHashMap<String, Future<List<A>>>();
        try (var asking = Executors.newVirtualThreadPerTaskExecutor()) {
            addresses.forEach((service, address) ->
                    asked.put(service, asking.submit(() -> ask(address + path, token.get(), purpose, type))));
        }
        var given = new ArrayList<A>();
        var missing = new ArrayList<String>();
        asked.forEach((service, answer) -> {
            if (answer.state() == Future.State.SUCCESS) {
                given.addAll(answer.resultNow());
            } else {
                LOG.warn(
                        "A service did not answer: service={} reason={}",
                        service,
                        answer.exceptionNow().getClass().getSimpleName());
                missing.add(service);
            }
        });
        return new Answers<>(List.copyOf(given), List.copyOf(missing));
    }

    private static Optional<String> purposeOfReader() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes reader
                ? StatedPurpose.in(reader.getRequest()).map(ReadPurpose::name)
                : Optional.empty();
    }

    private <A> List<A> ask(String uri, String token, Optional<String> purpose, Class<A> type) {
        try {
            var answer = http.get()
                    .uri(URI.create(uri))
                    .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                    .headers(headers -> purpose.ifPresent(stated -> headers.set(StatedPurpose.HEADER, stated)))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(type);
            if (answer == null) {
                throw new RestClientException("Nothing was answered");
            }
            return List.of(answer);
        } catch (HttpClientErrorException.NotFound e) {
            return List.of();
        }
    }
}
