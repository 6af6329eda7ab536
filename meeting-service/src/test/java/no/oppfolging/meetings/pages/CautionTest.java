package no.oppfolging.meetings.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class CautionTest {

    @Test
    void was_said_when_the_form_names_it_however_often() {
        assertThat(Caution.wereSaid(Set.of(Caution.WORDS), "WORDS,WORDS")).isTrue();
        assertThat(Caution.wereSaid(Set.of(Caution.WORDS, Caution.SHORT_NOTICE), "SHORT_NOTICE,WORDS"))
                .isTrue();
    }

    @Test
    void was_not_said_when_the_form_names_another_or_nothing() {
        assertThat(Caution.wereSaid(Set.of(Caution.WORDS), "SHORT_NOTICE")).isFalse();
        assertThat(Caution.wereSaid(Set.of(Caution.WORDS), null)).isFalse();
    }
}
