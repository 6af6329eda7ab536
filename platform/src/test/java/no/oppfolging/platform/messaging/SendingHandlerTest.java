package no.oppfolging.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import no.oppfolging.platform.eventlog.Answer;
import no.oppfolging.platform.eventlog.CommandOrigin;
import no.oppfolging.platform.eventlog.Commands;
import no.oppfolging.platform.kernel.Actor;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.CommandId;
import no.oppfolging.platform.kernel.DerivedId;
import no.oppfolging.platform.kernel.DomainCommand;
import no.oppfolging.platform.kernel.Refusal;
import no.oppfolging.platform.testing.ContractRules;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SendingHandlerTest {
    static final String NAME = "test.when-cases-merged-ask";
    static final MessageType CASES_MERGED = MessageType.of("no.oppfolging.case.CasesMerged.v1");
    static final CaseId CASE = CaseId.of("0198f0a2-0000-7000-8000-000000000001");
    static final CaseId OTHER_CASE = CaseId.of("0198f0a2-0000-7000-8000-000000000002");
    static final Ask ASK = new Ask(CASE, "who are you");
    static final Ask ASK_MORE = new Ask(CASE, "where are you");
    static final Ask ASK_THE_OTHER = new Ask(OTHER_CASE, "who are you");

    final Message message = new ContractRules().exampleOf(CASES_MERGED);
    final Asked asked = new Asked();

    record Ask(CaseId target, String what) implements DomainCommand {}

    record WhenCasesMergedAsk(Function<Message, List<DomainCommand>> reaction) implements NewsAutomation {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Set<MessageType> types() {
            return Set.of(CASES_MERGED);
        }

        @Override
        public List<DomainCommand> react(Message message) {
            return reaction.apply(message);
        }
    }

    static final class AskingRefused extends Refusal {
        AskingRefused(String rule) {
            super(rule, Map.of());
        }
    }

    /** Remembers what was sent to it, and refuses what it was told to refuse. */
    static final class Asked implements Commands {
        private final List<DomainCommand> commands = new ArrayList<>();
        private final List<CommandOrigin> origins = new ArrayList<>();
        private final Map<DomainCommand, String> refused = new HashMap<>();

        @Override
        public Answer send(DomainCommand command, CommandOrigin origin) {
            var rule = refused.get(command);
            if (rule != null) {
                throw new AskingRefused(rule);
            }
            commands.add(command);
            origins.add(origin);
            return new Answer(command.target().value(), 1, commands.size());
        }

        List<UUID> ids() {
            return origins.stream().map(origin -> origin.id().value()).toList();
        }
    }

    private MessageHandler asking(DomainCommand... commands) {
        return new SendingHandler(new WhenCasesMergedAsk(_ -> List.of(commands)), asked);
    }

    private UUID ownIdTo(CaseId target) {
        return DerivedId.of(message.id(), NAME + "/" + target);
    }

    @Test
    void hears_what_its_automation_hears_under_its_name() {
        assertThat(asking().name()).isEqualTo(NAME);
        assertThat(asking().types()).containsExactly(CASES_MERGED);
    }

    @Test
    void is_done_when_nothing_follows() {
        assertThat(asking().handle(message)).isEqualTo(Outcome.done());
        assertThat(asked.commands).isEmpty();
    }

    @Test
    void takes_a_refusal_by_its_automation_for_one_of_a_command() {
        var waiting = new WhenCasesMergedAsk(_ -> {
            throw new AskingRefused("case-not-known-yet");
        });

        assertThat(new SendingHandler(waiting, asked).handle(message)).isEqualTo(Outcome.waits("case-not-known-yet"));
    }

    @Nested
    class What_follows {
        @Test
        void is_sent_in_order() {
            assertThat(asking(ASK_THE_OTHER, ASK, ASK_MORE).handle(message)).isEqualTo(Outcome.done());

            assertThat(asked.commands).containsExactly(ASK_THE_OTHER, ASK, ASK_MORE);
        }

        @Test
        void comes_from_the_message() {
            asking(ASK).handle(message);

            assertThat(asked.origins)
                    .containsExactly(new CommandOrigin(
                            new CommandId(ownIdTo(CASE)),
                            message.organisation(),
                            new Actor.Automatic(NAME),
                            Optional.empty(),
                            Optional.of(message.id()),
                            message.correlation()));
        }

        @Test
        void has_the_same_ids_when_it_is_heard_again() {
            asking(ASK, ASK_THE_OTHER, ASK_MORE).handle(message);
            asking(ASK, ASK_THE_OTHER, ASK_MORE).handle(message);

            assertThat(asked.ids().subList(3, 6)).isEqualTo(asked.ids().subList(0, 3));
        }

        @Test
        void has_an_id_for_each_target_and_one_more_for_each_further_command_to_it() {
            asking(ASK, ASK_THE_OTHER, ASK_MORE).handle(message);

            assertThat(asked.ids())
                    .containsExactly(
                            ownIdTo(CASE), ownIdTo(OTHER_CASE), DerivedId.of(message.id(), NAME + "/2/" + CASE));
            assertThat(asked.origins).extracting(CommandOrigin::actor).containsOnly(new Actor.Automatic(NAME));
        }
    }

    @Nested
    class When_a_command_is_refused {
        @Test
        void for_now_the_message_waits() {
            asked.refused.put(ASK, "case-is-not-followed-yet");

            assertThat(asking(ASK).handle(message)).isEqualTo(Outcome.waits("case-is-not-followed-yet"));
        }

        @Test
        void for_good_the_message_is_refused() {
            asked.refused.put(ASK, "case-belongs-to-another-employment");

            assertThat(asking(ASK).handle(message))
                    .isEqualTo(Outcome.refused("/data", "case-belongs-to-another-employment"));
        }

        @Test
        void those_after_it_are_not_sent() {
            asked.refused.put(ASK, "case-is-not-followed-yet");

            asking(ASK_THE_OTHER, ASK, ASK_MORE).handle(message);

            assertThat(asked.commands).containsExactly(ASK_THE_OTHER);
        }
    }
}
