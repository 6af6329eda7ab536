package no.oppfolging.plans;

import java.util.List;
import java.util.stream.Stream;
import no.oppfolging.plans.domain.PlanDigest;
import no.oppfolging.plans.domain.SignInMethod;
import no.oppfolging.platform.testing.EventSnapshots;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class EventSnapshotsTest {
    private static final PlanDigest DIGEST = new PlanDigest("0123456789abcdef".repeat(4));
    private static final SignInMethod WITH_BANKID =
            SignInMethod.of("https://issuer.example/realm", "idporten-loa-high", List.of("BankID"));

    @TestFactory
    Stream<DynamicTest> every_event_is_stored_as_it_was_approved() {
        return EventSnapshots.of(PlanEvents.catalogue(), DIGEST, WITH_BANKID);
    }
}
