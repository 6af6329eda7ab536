package no.oppfolging.plans;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the plan-service. */
@SpringBootApplication
public class PlansApplication {
    static void main(String[] args) {
        SpringApplication.run(PlansApplication.class, args);
    }
}
