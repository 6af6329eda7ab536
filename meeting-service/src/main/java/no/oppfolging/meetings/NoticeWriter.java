package no.oppfolging.meetings;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The one program that is given words for what it sends, which is notification-service.
 *
 * @param clientId what the issuer calls it
 */
@ConfigurationProperties("oppfolging.services.notifications")
record NoticeWriter(@DefaultValue("notification-service") String clientId) {}
