package no.oppfolging.local.frontdoor;

import no.oppfolging.platform.testing.ServiceName;

/** Lets a test elsewhere ask which service a path belongs to. */
public final class RoutesForTests {
    private RoutesForTests() {}

    public static ServiceName ownerOf(String path) {
        return Routes.ownerOf(path);
    }
}
