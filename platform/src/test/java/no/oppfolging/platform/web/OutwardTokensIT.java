package no.oppfolging.platform.web;

import static no.oppfolging.platform.web.Doors.OLA;
import static no.oppfolging.platform.web.Doors.browser;
import static no.oppfolging.platform.web.Doors.signedIn;
import static no.oppfolging.platform.web.Doors.visit;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import no.oppfolging.platform.security.OutwardTokens;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** In whose name the service asks others. */
class OutwardTokensIT {
    private final OpenShowroom showroom = OpenShowroom.visited();

    @Nested
    class Asking_another_service {
        @Test
        void shows_the_readers_own_token() throws Exception {
            var token = visit(signedIn(OLA), "/cases/open/relayed").body();
            assertThat(SignedJWT.parse(token).getJWTClaimsSet().getSubject()).isEqualTo("ola");
            assertThat(visit(browser(), "/cases/open/relayed").body()).isEqualTo("none");
        }

        @Test
        void shows_its_own_where_there_is_no_reader() throws Exception {
            var tokens = showroom.context().getBean(OutwardTokens.class);
            var claims = SignedJWT.parse(tokens.own("meeting-service")).getJWTClaimsSet();
            assertThat(claims.getSubject()).isEqualTo("case-service");
            assertThat(claims.getAudience()).containsExactly("meeting-service");
            assertThat(tokens.own("meeting-service")).isEqualTo(tokens.own("meeting-service"));
        }
    }
}
