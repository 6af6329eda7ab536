package no.oppfolging.local.issuer;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import no.oppfolging.platform.testing.ServiceName;

/**
 * What the issuer must know before it starts.
 *
 * @param frontDoor where browsers and services reach it, under {@code /issuer}
 * @param port where it listens itself
 * @param secrets the four clients' secrets
 * @param folder where its key is kept
 */
public record IssuerSettings(URI frontDoor, int port, Map<ServiceName, String> secrets, Path folder) {
    public IssuerSettings {
        secrets = Map.copyOf(secrets);
    }

    /** The issuer's name, as it stands in every token. */
    public URI issuer() {
        return frontDoor.resolve("/issuer");
    }

    /** Where a browser is sent to sign out here too. */
    public URI endSession() {
        return frontDoor.resolve("/issuer/connect/logout");
    }
}
