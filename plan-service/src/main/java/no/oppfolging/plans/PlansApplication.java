package no.oppfolging.plans;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Starts the plan-service. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(PlansConfiguration.class)
public class PlansApplication {
    static void main(String[] args) {
        System.setProperty("spring.config.name", "plans");
        SpringApplication.run(PlansApplication.class, args);
    }
}
