package no.oppfolging.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import no.oppfolging.notifications.domain.CancellationReason;
import no.oppfolging.notifications.domain.DeferralReason;
import no.oppfolging.notifications.domain.FailureCode;
import no.oppfolging.notifications.domain.FollowedCaseRefused;
import no.oppfolging.notifications.domain.NoticeKind;
import no.oppfolging.notifications.domain.RecipientRole;
import no.oppfolging.notifications.read.notices.NoticeRow;
import no.oppfolging.platform.testing.MessageRules;
import no.oppfolging.platform.testing.Sentences;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

class MessagesTest {
    @Test
    void every_sentence_a_page_asks_for_is_written() {
        MessageRules.mustHold("notifications", "notifications");
    }

    @Test
    void every_sentence_of_a_mail_is_written_in_every_language() {
        MessageRules.mustHold("notification-mails", "notification-mails");
    }

    @Test
    void every_state_kind_and_reason_has_a_name() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/notifications");
        Stream.of(
                        names("kind", NoticeKind.values()),
                        names("to", RecipientRole.values()),
                        names("state", NoticeRow.State.values()),
                        names("reason", DeferralReason.values()),
                        names("reason", CancellationReason.values()),
                        names("reason", FailureCode.values()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(messages.getMessage(key, null, null, java.util.Locale.of("nb")))
                        .as(key)
                        .isNotBlank());
    }

    @Test
    void every_rule_about_a_case_tells_why_it_says_no() {
        for (var rule : FollowedCaseRefused.Rule.values()) {
            assertThat(Sentences.in("messages/notifications.properties").of(rule.slug()))
                    .isPresent();
        }
    }

    private static Stream<String> names(String prefix, Enum<?>... values) {
        return Arrays.stream(values).map(value -> prefix + "." + value);
    }
}
