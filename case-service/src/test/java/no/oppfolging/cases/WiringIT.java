package no.oppfolging.cases;

import java.util.stream.Stream;
import no.oppfolging.platform.testing.WiringRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class WiringIT {
    @TestFactory
    Stream<DynamicTest> axon_is_put_together_as_we_want_it() {
        return WiringRules.mustHold(RunningCases.SERVICE);
    }
}
