package no.oppfolging.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.util.ContentCachingRequestWrapper;

class AskedBodyTest {
    @Test
    void is_the_same_in_whatever_order_its_fields_come() throws IOException {
        assertThat(asked("key", "{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": null}}"))
                .isPresent()
                .isEqualTo(asked("key", "{\"b\":{\"d\":null,\"c\":[1,2]},\"a\":1}"));
    }

    @Test
    void is_another_with_another_word_another_key_or_no_JSON_at_all() throws IOException {
        var one = asked("key", "{\"a\": [1, 2]}");

        assertThat(asked("key", "{\"a\": [2, 1]}")).isNotEqualTo(one);
        assertThat(asked("another", "{\"a\": [1, 2]}")).isNotEqualTo(one);
        assertThat(asked("key", "{\"a\": [1, 2")).isPresent().isNotEqualTo(one);
        assertThat(asked("key", "")).isPresent().isNotEqualTo(one);
    }

    @Test
    void is_not_asked_of_who_chose_no_key() {
        assertThat(AskedBody.fingerprintOf(new MockHttpServletRequest("POST", "/api/cases")))
                .isEmpty();
    }

    private static Optional<String> asked(String key, String body) throws IOException {
        var request = new MockHttpServletRequest("POST", "/api/cases");
        request.addHeader("Idempotency-Key", key);
        request.setContent(body.getBytes(UTF_8));
        var kept = new ContentCachingRequestWrapper(request, 1_000);
        kept.getInputStream().readAllBytes();
        return AskedBody.fingerprintOf(kept);
    }
}
