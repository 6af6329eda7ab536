package no.oppfolging.cases;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the case-service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CasesConfiguration.class)
public class CasesApplication {
    static void main(String[] args) {
        System.setProperty("spring.config.name", "cases");
        SpringApplication.run(CasesApplication.class, args);
    }
}
