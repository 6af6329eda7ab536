package no.oppfolging.cases.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import no.oppfolging.cases.domain.AbsenceKind;
import no.oppfolging.cases.domain.EmploymentFollowUpCommand.RegisterAbsence;
import no.oppfolging.platform.messaging.BrokenRule;
import no.oppfolging.platform.messaging.FileDoor;
import no.oppfolging.platform.messaging.FileDoor.Line.LetIn;
import no.oppfolging.platform.messaging.MessageType;
import no.oppfolging.platform.testing.ContractFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class HrCommandsTest {
    static final ContractFiles CONTRACTS = new ContractFiles();
    static final MessageType ABSENCE = MessageType.of("no.oppfolging.hr.AbsenceReported.v1");

    static Stream<String> kindsOfTheContract() {
        var schema = CONTRACTS.read(CONTRACTS.folder().resolve("hr/AbsenceReported.v1.schema.json"));
        return StreamSupport.stream(
                        schema.at("/properties/data/properties/kind/enum").spliterator(), false)
                .map(JsonNode::asString);
    }

    static RegisterAbsence absenceOf(String kind) {
        var message = (ObjectNode) CONTRACTS.exampleOf(ABSENCE);
        ((ObjectNode) message.get("data")).put("kind", kind);
        var line = JsonMapper.shared().writeValueAsBytes(message);
        return (RegisterAbsence) HrCommands.of(((LetIn) new FileDoor().read(1, line)).message());
    }

    @ParameterizedTest
    @MethodSource("kindsOfTheContract")
    void every_kind_of_absence_is_understood(String kind) {
        assertThat(absenceOf(kind).kind()).isNotNull();
    }

    @Test
    void what_is_self_certified_is_a_self_certification() {
        assertThat(absenceOf("SELF_CERTIFIED").kind()).isEqualTo(AbsenceKind.SELF_CERTIFICATION);
    }

    @Test
    void no_kind_of_ours_is_without_a_word_in_the_contract() {
        assertThat(kindsOfTheContract().map(kind -> absenceOf(kind).kind()))
                .containsExactlyInAnyOrderElementsOf(List.of(AbsenceKind.values()));
    }

    @ParameterizedTest
    @CsvSource({
        "absence-ends-before-it-begins, /data/to",
        "absence-not-known-yet, /data/absenceId",
        "employment-not-known-yet, /data/employmentId",
        "case-not-known, /data"
    })
    void a_rule_points_at_what_it_speaks_of(String rule, String pointer) {
        assertThat(HrCommands.broken(rule)).isEqualTo(new BrokenRule(pointer, rule));
    }
}
