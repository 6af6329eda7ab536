package no.oppfolging.platform.viewdesk;

import static no.oppfolging.platform.kernel.Role.OPERATOR;

import java.util.stream.Stream;
import no.oppfolging.platform.eventlog.Rebuilds;
import no.oppfolging.platform.security.Authority;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.web.Navigation;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where the operator has views built from nothing, at {@code <path>/views} and {@code /api<path>/views}. A service
 * imports this, and adds {@link #authority} to its table and {@link #navigation} to its menu.
 */
@Configuration(proxyBeanMethods = false)
public class ViewDesk {
    /** The operator alone; nothing of any case is shown. */
    public static Authority authority(String path) {
        var page = path + "/views";
        return Authority.table(Authority.visiting(
                        "GET " + page,
                        "POST " + page + "/{view}/{step}",
                        "GET /api" + page,
                        "GET /api" + page + "/{view}",
                        "POST /api" + page + "/{view}/{step}")
                .may(OPERATOR)
                .neverForOthers());
    }

    /** The way there, for those who may go. */
    public static Stream<Navigation.Item> navigation(Caller caller, String path) {
        return caller.roles().contains(OPERATOR)
                ? Stream.of(new Navigation.Item("navigation.views", path + "/views"))
                : Stream.empty();
    }

    @Bean
    ViewsPage viewsPage(Rebuilds rebuilds, ThisService service) {
        return new ViewsPage(rebuilds, service);
    }

    @Bean
    ViewsEndpoint viewsEndpoint(Rebuilds rebuilds) {
        return new ViewsEndpoint(rebuilds);
    }
}
