package no.oppfolging.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.oppfolging.platform.security.Authority;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Holds a service's endpoints against its table of authority, both ways. */
public final class AuthorityRules {
    /** Endpoints every service has from the platform, which say nothing of anyone. */
    private static final Set<String> OF_THE_PLATFORM =
            Set.of("no.oppfolging.platform.web.ErrorPages", "no.oppfolging.platform.web.ProblemPages");

    private AuthorityRules() {}

    /** No endpoint is missing from the table, and no row speaks of an endpoint that is not there. */
    public static void mustHold(RequestMappingHandlerMapping mapping, Authority table) {
        assertThat(faults(mapping, table))
                .as("endpoints held against the table of authority")
                .isEmpty();
    }

    static List<String> faults(RequestMappingHandlerMapping mapping, Authority table) {
        var endpoints = endpoints(mapping);
        var faults = new ArrayList<String>();
        for (var endpoint : endpoints) {
            if (!table.names(endpoint)) {
                faults.add(endpoint + " is not in the table of authority");
            }
        }
        for (var row : table.rows()) {
            for (var endpoint : row.endpoints()) {
                if (!endpoints.contains(endpoint)) {
                    faults.add(endpoint + " is in the table of authority but nowhere else");
                }
            }
        }
        return faults;
    }

    /** Every endpoint as the table writes it; one that answers to any method is written {@code ANY}, and is a fault. */
    public static Set<String> endpoints(RequestMappingHandlerMapping mapping) {
        var endpoints = new TreeSet<String>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (OF_THE_PLATFORM.contains(method.getBeanType().getName())) {
                return;
            }
            var methods = info.getMethodsCondition().getMethods();
            for (var pattern : info.getPatternValues()) {
                if (methods.isEmpty()) {
                    endpoints.add("ANY " + pattern);
                }
                methods.forEach(m -> endpoints.add(m + " " + pattern));
            }
        });
        return endpoints;
    }
}
