package no.oppfolging.local.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that tokens are signed with: made once, and kept with the data, so that old tokens stay good. */
final class SigningKey {
    private static final int BITS = 2048;

    private SigningKey() {}

    static JWKSet in(Path folder) {
        var file = folder.resolve("signing-key.json");
        try {
            if (!Files.exists(file)) {
                var key = new RSAKeyGenerator(BITS)
                        .keyUse(KeyUse.SIGNATURE)
                        .keyIDFromThumbprint(true)
                        .generate();
                Files.writeString(file, new JWKSet(key).toString(false));
            }
            return JWKSet.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException("The signing key in " + file + " cannot be read", e);
        }
    }
}
