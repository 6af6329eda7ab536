package no.oppfolging.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.oppfolging.platform.testing.ContractFiles;
import no.oppfolging.platform.testing.ContractRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class ContractsTest {
    private final ContractFiles files = new ContractFiles();
    private final ContractRules rules = new ContractRules();
    private final Contracts contracts = new Contracts();

    @TestFactory
    Stream<DynamicTest> every_example_fits() {
        return rules.everyExampleFits();
    }

    @TestFactory
    Stream<DynamicTest> every_schema_has_an_example_and_both_golden_samples() {
        return rules.everySchemaHasAnExampleAndBothGoldenSamples();
    }

    @TestFactory
    Stream<DynamicTest> every_golden_sample_still_fits() {
        return rules.everyGoldenSampleStillFits();
    }

    @TestFactory
    Stream<DynamicTest> unknown_fields_are_allowed() {
        return rules.unknownFieldsAreAllowed();
    }

    @TestFactory
    Stream<DynamicTest> no_id_can_be_a_national_identity_number() {
        return rules.noIdCanBeANationalIdentityNumber();
    }

    @Nested
    class What_is_wrong_is_pointed_at {
        @ParameterizedTest
        @CsvSource(textBlock = """
                AbsenceReported,   grade,        0,             /data/grade,        schema-minimum
                AbsenceReported,   grade,        101,           /data/grade,        schema-maximum
                AbsenceReported,   grade,        1e300,         /data/grade,        schema-type
                AbsenceReported,   revision,     -1e300,        /data/revision,     schema-type
                AbsenceReported,   revision,     1e99999,       /data/revision,     schema-type
                AbsenceReported,   kind,         '"DIAGNOSIS"', /data/kind,         schema-enum
                AbsenceReported,   from,         '"5.3.2026"',  /data/from,         schema-format
                AbsenceReported,   from,         '"2026-02-30"',/data/from,         schema-format
                AbsenceReported,   revision,     0,             /data/revision,     schema-minimum
                AbsenceReported,   absenceId,    '"4711"',      /data/absenceId,    schema-format
                EmploymentStarted, unit,         '{"id":"x"}',  /data/unit/name,    schema-required
                EmploymentEnded,   lastDay,      null,          /data/lastDay,      schema-type
                """)
        void in_a_message_of_hr(String name, String field, String value, String pointer, String rule) {
            var type = new MessageType("hr", name, 1);
            var message = (ObjectNode) files.exampleOf(type);
            ((ObjectNode) message.get("data")).set(field, JsonMapper.shared().readTree(value));

            assertThat(contracts.brokenBy(type, message)).contains(new BrokenRule(pointer, rule));
        }

        @Test
        void a_sick_note_without_its_grade() {
            var type = MessageType.of("no.oppfolging.hr.AbsenceReported.v1");
            var message = (ObjectNode) files.exampleOf(type);
            ((ObjectNode) message.get("data")).remove("grade");

            assertThat(contracts.brokenBy(type, message)).contains(new BrokenRule("/data/grade", "schema-required"));
        }

        @Test
        void a_national_identity_number_in_a_name() {
            var type = MessageType.of("no.oppfolging.hr.EmploymentStarted.v1");
            var message = (ObjectNode) files.exampleOf(type);
            ((ObjectNode) message.at("/data/person")).put("name", "Kari 01017012345");

            assertThat(contracts.brokenBy(type, message)).contains(new BrokenRule("/data/person/name", "schema-not"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ola@firma.no, true",
        "åse.bråthen+leder@øl.no; ola@firma.no, true",
        "ola@firma.no;, true",
        "ola, false",
        "ola@firma, false",
        "ola@firma.no kari@firma.no, false",
    })
    void an_email_may_hold_several_addresses(String email, boolean fits) {
        var type = MessageType.of("no.oppfolging.hr.EmploymentChanged.v1");
        var message = (ObjectNode) files.exampleOf(type);
        ((ObjectNode) message.at("/data/person")).put("email", email);

        assertThat(contracts.brokenBy(type, message).isEmpty()).isEqualTo(fits);
    }

    @Test
    void nothing_published_has_room_for_a_name_or_free_text() {
        for (var type : files.types()) {
            if (!type.producer().equals("hr")) {
                var schema = files.text(files.folder()
                        .resolve(type.producer())
                        .resolve(type.name() + ".v" + type.major() + ".schema.json"));
                assertThat(schema).as(type.toString()).doesNotContain("nameLike", "emails", "maxLength\": 2000");
            }
        }
    }

    @Nested
    class The_description_of_the_topics {
        private final JsonNode asyncapi =
                YAMLMapper.shared().readTree(files.text(files.folder().resolve("asyncapi.yaml")));

        @Test
        void is_an_asyncapi_document() throws IOException {
            try (var specification = ContractsTest.class.getResourceAsStream("/asyncapi/3.0.0.json")) {
                var text = new String(specification.readAllBytes(), StandardCharsets.UTF_8);
                var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                        .getSchema(SchemaLocation.of("https://asyncapi.invalid/3.0.0.json"), text, InputFormat.JSON);
                assertThat(schema.validate(asyncapi)).isEmpty();
            }
        }

        @Test
        void names_every_message_of_the_contracts_and_no_other() {
            var told = new TreeSet<String>();
            for (var message : asyncapi.at("/components/messages")) {
                told.add(message.path("name").asString());
                var schema = message.at("/payload/schema/$ref").asString();
                assertThat(files.folder().resolve(schema)).exists();
            }
            assertThat(told)
                    .isEqualTo(files.types().stream()
                            .map(MessageType::toString)
                            .collect(Collectors.toCollection(TreeSet::new)));
        }

        @Test
        void puts_each_message_on_its_producers_topic() {
            for (var type : files.types()) {
                var channel = asyncapi.path("channels").path(type.producer());
                assertThat(channel.path("address").asString()).isEqualTo(type.topic());
                assertThat(channel.path("messages")
                                .path(type.name())
                                .path("$ref")
                                .asString())
                        .isEqualTo("#/components/messages/%s.%s.v%d"
                                .formatted(type.producer(), type.name(), type.major()));
                assertThat(channel.at("/bindings/kafka/partitions").asInt()).isEqualTo(12);
            }
        }
    }

    @Test
    void references_lead_to_files_that_exist() {
        var reference = Pattern.compile("\"\\$ref\": \"([^#\"]+)");
        for (var schema : files.schemas()) {
            var match = reference.matcher(files.text(schema));
            while (match.find()) {
                assertThat(schema.resolveSibling(match.group(1)).normalize()).exists();
            }
        }
    }
}
