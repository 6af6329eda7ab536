package no.oppfolging.cases;

import no.oppfolging.platform.testing.MessageRules;
import org.junit.jupiter.api.Test;

class MessagesTest {
    @Test
    void every_sentence_a_page_asks_for_is_written() {
        MessageRules.mustHold("cases", "cases", "cases-contact");
    }
}
