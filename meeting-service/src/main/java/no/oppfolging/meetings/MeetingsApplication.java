package no.oppfolging.meetings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the meeting-service. */
@SpringBootApplication
public class MeetingsApplication {
    static void main(String[] args) {
        SpringApplication.run(MeetingsApplication.class, args);
    }
}
