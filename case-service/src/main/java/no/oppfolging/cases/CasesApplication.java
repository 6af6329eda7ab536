package no.oppfolging.cases;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the case-service. */
@SpringBootApplication
public class CasesApplication {
    static void main(String[] args) {
        SpringApplication.run(CasesApplication.class, args);
    }
}
