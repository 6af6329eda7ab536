package no.oppfolging.notifications.domain;

import static org.assertj.core.api.Assertions.assertThat;

import no.oppfolging.notifications.domain.NoticeRefused.Rule;
import no.oppfolging.platform.testing.Sentences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoticeSentencesTest {
    @ParameterizedTest
    @EnumSource
    void every_rule_tells_a_person_why_it_says_no(Rule rule) {
        assertThat(Sentences.in("messages/notifications.properties").of(rule.slug()))
                .isPresent();
    }
}
