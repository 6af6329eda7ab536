package no.oppfolging.notifications.channels;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import no.oppfolging.notifications.channels.Words.MeasureWords;
import no.oppfolging.notifications.channels.Words.MeetingWords;
import no.oppfolging.notifications.channels.Words.PlanWords;
import no.oppfolging.notifications.domain.About;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.security.OutwardTokens;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks the owner of what a notice is about for its words, by this service's own token. */
public final class Owners {
    private static final Logger log = LoggerFactory.getLogger(Owners.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final OtherServices services;
    private final OutwardTokens tokens;
    private final RestClient http;

    public Owners(OtherServices services, OutwardTokens tokens) {
        this.services = services;
        this.tokens = tokens;
        var requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(PATIENCE).build());
        requests.setReadTimeout(PATIENCE);
        this.http = RestClient.builder().requestFactory(requests).build();
    }

    /** Empty when the owner did not answer, or does not know of it yet. */
    public Optional<Words> wordsOf(About about, CaseId caseId, Locale language) {
        return answer(about, caseId, language).filter(words -> !words.isBehind(about));
    }

    private Optional<Words> answer(About about, CaseId caseId, Locale language) {
        return switch (about.thing()) {
            case MEETING ->
                ask(
                        "meeting-service",
                        uri(services.meetings().url(), "/api/meetings/{id}/invitation-words", about, caseId),
                        language,
                        MeetingWords.class);
            case PLAN ->
                ask(
                        "plan-service",
                        uri(services.plans().url(), "/api/plans/{id}/notice-words", about, caseId),
                        language,
                        PlanWords.class);
            case MEASURE ->
                ask(
                        "plan-service",
                        uri(services.plans().url(), "/api/plans/measures/{id}/notice-words", about, caseId),
                        language,
                        MeasureWords.class);
        };
    }

    private Optional<Words> ask(String audience, URI uri, Locale language, Class<? extends Words> type) {
        try {
            return Optional.ofNullable(http.get()
                    .uri(uri)
                    .headers(headers -> headers.setBearerAuth(tokens.own(audience)))
                    .header(HttpHeaders.ACCEPT_LANGUAGE, language.toLanguageTag())
                    .retrieve()
                    .body(type));
        } catch (RestClientException e) {
            log.info(
                    "No words for a notice: owner={} {}", audience, e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static URI uri(URI service, String path, About about, CaseId caseId) {
        return UriComponentsBuilder.fromUri(service)
                .path(path)
                .queryParam("caseId", caseId)
                .build(about.id());
    }
}
