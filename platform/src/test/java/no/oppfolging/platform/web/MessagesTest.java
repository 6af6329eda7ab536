package no.oppfolging.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.testing.MessageRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesTest {
    private final Sentences sentences =
            new Sentences(new PlatformWeb().messageSource(new ThisService("case-service", "/cases", "showroom")));

    @Test
    void hold_every_sentence_the_frame_asks_for() {
        MessageRules.mustHold("platform", "platform", "frame");
    }

    @ParameterizedTest
    @EnumSource
    void name_every_role(Role role) {
        assertThat(written("role." + role)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void explain_every_problem(ProblemKind kind) {
        assertThat(written("problem." + kind.slug())).isTrue();
        assertThat(written("problem." + kind.slug() + ".title")).isTrue();
    }

    private boolean written(String key) {
        return !sentences.of(key, Locale.of("nb")).equals(key);
    }
}
