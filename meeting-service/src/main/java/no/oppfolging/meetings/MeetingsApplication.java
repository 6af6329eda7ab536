package no.oppfolging.meetings;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the meeting-service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(MeetingsConfiguration.class)
public class MeetingsApplication {
    static void main(String[] args) {
        System.setProperty("spring.config.name", "meetings");
        SpringApplication.run(MeetingsApplication.class, args);
    }
}
