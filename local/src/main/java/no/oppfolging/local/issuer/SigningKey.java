package no.oppfolging.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;

/** The key that tokens are signed with: made once, and kept with the data, so that old tokens stay good. */
final class SigningKey {
    /** A key of P-256 is made in a tenth of the time that one of RSA takes. */
    static final SignatureAlgorithm ALGORITHM = SignatureAlgorithm.ES256;

    private SigningKey() {}

    /** With the keys of RSA that older folders hold: what they signed stays good. */
    static JWKSet in(Path folder) {
        var file = folder.resolve("signing-key.json");
        try {
            var kept = Files.exists(file) ? JWKSet.parse(Files.readString(file)).getKeys() : List.<JWK>of();
            if (kept.stream().anyMatch(ECKey.class::isInstance)) {
                return new JWKSet(kept);
            }
            var keys =
                    new JWKSet(Stream.concat(Stream.of(made()), kept.stream()).toList());
            Files.writeString(file, keys.toString(false));
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The signing key in " + file + " cannot be read", e);
        }
    }

    private static JWK made() throws JOSEException {
        return new ECKeyGenerator(Curve.P_256)
                .keyUse(KeyUse.SIGNATURE)
                .keyIDFromThumbprint(true)
                .generate();
    }
}
