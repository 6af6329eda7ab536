package no.oppfolging.notifications;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the notification-service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(NotificationsConfiguration.class)
public class NotificationsApplication {
    static void main(String[] args) {
        System.setProperty("spring.config.name", "notifications");
        SpringApplication.run(NotificationsApplication.class, args);
    }
}
