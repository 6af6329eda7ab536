package no.oppfolging.local.frontdoor;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import no.oppfolging.platform.testing.ServiceName;

/** Which port answers for which path; what nobody claims is the case-service's, with its front page. */
final class Routes {
    private static final Map<ServiceName, List<String>> CLAIMED = Map.of(
            ServiceName.CASES, List.of("/cases", "/api/cases", "/api/employments"),
            ServiceName.MEETINGS, List.of("/meetings", "/api/meetings"),
            ServiceName.PLANS, List.of("/plans", "/api/plans"),
            ServiceName.NOTIFICATIONS, List.of("/notices", "/api/notices"));

    private static final Pattern FOR_OPERATIONS = Pattern.compile("/actuator(?:[/;]|$)", Pattern.CASE_INSENSITIVE);

    /** A case is case-service's; what others keep about it is theirs. */
    private static final Pattern KEPT_ABOUT_A_CASE = Pattern.compile("/api/cases/[^/]+/(?<kept>[a-z]+)(/.*)?");

    private static final Map<String, ServiceName> KEEPERS =
            Map.of("meetings", ServiceName.MEETINGS, "plans", ServiceName.PLANS, "notices", ServiceName.NOTIFICATIONS);

    private final Map<ServiceName, Integer> services;
    private final int issuer;

    Routes(Map<ServiceName, Integer> services, int issuer) {
        this.services = Map.copyOf(services);
        this.issuer = issuer;
    }

    int portFor(String path) {
        if (isUnder(path, "/issuer")) {
            return issuer;
        }
        return Objects.requireNonNull(services.get(ownerOf(path)));
    }

    /** What is for operations alone is not behind the door, however it is spelt. */
    static boolean isClosed(String path) {
        return FOR_OPERATIONS.matcher(path).find();
    }

    static ServiceName ownerOf(String path) {
        var kept = KEPT_ABOUT_A_CASE.matcher(path);
        if (kept.matches() && KEEPERS.containsKey(kept.group("kept"))) {
            return Objects.requireNonNull(KEEPERS.get(kept.group("kept")));
        }
        return CLAIMED.entrySet().stream()
                .filter(claim -> claim.getValue().stream().anyMatch(prefix -> isUnder(path, prefix)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ServiceName.CASES);
    }

    private static boolean isUnder(String path, String prefix) {
        return path.equals(prefix) || path.startsWith(prefix + "/");
    }
}
