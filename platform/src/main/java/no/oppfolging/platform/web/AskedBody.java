package no.oppfolging.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import no.oppfolging.platform.kernel.Hash;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.WebUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers the body of a request with an {@code Idempotency-Key} as it is read, so that the same can be told from
 * another.
 */
final class AskedBody extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    private static final JsonMapper SORTED =
            JsonMapper.builder().enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED).build();

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = request.getHeader(KEY) == null
                ? request
                : new ContentCachingRequestWrapper(request, (int) BodyLimit.MOST_BYTES);
        chain.doFilter(asked, response);
    }

    /**
     * The SHA-256, in Base64 for URLs, of the key, method, address and body; empty where the sender chose no key. JSON
     * is the same in whatever order its fields come. It is not to be stored as it is: a short body can be guessed from
     * it.
     */
    static Optional<String> fingerprintOf(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getNativeRequest(request, ContentCachingRequestWrapper.class))
                .map(AskedBody::fingerprint);
    }

    private static String fingerprint(ContentCachingRequestWrapper asked) {
        var address = asked.getRequestURI() + "?" + Objects.requireNonNullElse(asked.getQueryString(), "");
        var head = String.join("\n", asked.getHeader(KEY), asked.getMethod(), address, "");
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        whole.writeBytes(inOneOrder(asked.getContentAsByteArray()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Hash.of(whole.toByteArray()));
    }

    private static byte[] inOneOrder(byte[] body) {
        try {
            return SORTED.writeValueAsBytes(SORTED.readTree(body));
        } catch (JacksonException e) {
            return body;
        }
    }
}
