package no.oppfolging.notifications;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the notification-service. */
@SpringBootApplication
public class NotificationsApplication {
    static void main(String[] args) {
        SpringApplication.run(NotificationsApplication.class, args);
    }
}
